package org.sangyu.messages.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.sangyu.shared.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON a message, for a gateway that reads files; readable by the owner of the data directory only. */
final class FileMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(FileMessages.class);

    private final Path file;
    private final Clock clock;

    FileMessages(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException goesOn) {
            // another start made it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void send(String phone, String text) {
        String line = JsonMapper.shared()
                .writeValueAsString(Map.of("at", clock.instant().toString(), "phone", phone, "text", text));
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("a message could not be written: {}", e.getMessage());
        }
    }
}
