package org.sangyu.registry.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Short-lived copies of rosters while they are read, in the data directory: a roster is never left in a folder of the
 * machine that others can read. What a crash left behind the next start sweeps away.
 */
@Component
public class LocalCopies {

    private final Path folder;

    LocalCopies(@Value("${sangyu.data:${user.home}/.sangyu}") Path data) throws IOException {
        this.folder = Files.createDirectories(data.resolve("imports"));
        try (var leftovers = Files.newDirectoryStream(folder)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    /** Gives a file's bytes. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Copies bytes to this machine's disk; hand the copy back to {@link #release}. */
    public Path of(Opening opening) {
        try {
            Path file = Files.createTempFile(folder, "", "");
            try (InputStream in = opening.open();
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void release(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
