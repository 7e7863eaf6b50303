package org.sangyu.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;

/** Packs for tests: the shipped ones, read once, and invented ones, written into a folder. */
public final class Packs {
    /** The shipped packs. */
    public static final Path FOLDER = Path.of("..", "packs");

    private static final PackSet SHIPPED = PackSet.read(FOLDER);

    private Packs() {}

    /** The shipped packs, read once. */
    public static PackSet shipped() {
        return SHIPPED;
    }

    /** The shipped packs with files of an invented region or an operator laid over them. */
    public static PackSet with(Map<String, String> files) {
        return SHIPPED.withInstallation(files.entrySet().stream()
                .map(e -> new PackFile(e.getKey(), e.getValue()))
                .toList());
    }

    /** Writes files below a folder and reads it together with the shipped packs. */
    public static PackSet beside(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackSet.read(List.of(FOLDER, folder));
    }
}
