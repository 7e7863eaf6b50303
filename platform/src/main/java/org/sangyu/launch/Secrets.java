package org.sangyu.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords that never leave the data directory; only the user who runs the program can read them. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path directory;

    Secrets(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The password of that name, made up and kept on first use. */
    String password(String name) throws IOException {
        Path file = file(name);
        if (Files.notExists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            WholeFile.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    /** Where the password of that name is kept. */
    Path file(String name) {
        return directory.resolve(name);
    }
}
