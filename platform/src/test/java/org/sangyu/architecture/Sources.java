package org.sangyu.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source file, for the rules that read text.
 *
 * @param path relative to the repository, with forward slashes
 */
record Sources(String path, String text) {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** Files below a folder of the repository with one of the endings; none when the folder is not there. */
    static List<Sources> below(String folder, String... endings) {
        Path root = REPOSITORY.resolve(folder);
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java of the program, without its tests. */
    static List<Sources> program(String... endings) {
        return Stream.of("platform/src/main", "rules/src/main")
                .flatMap(folder -> below(folder, endings).stream())
                .toList();
    }

    private static Sources read(Path file) {
        try {
            String path = REPOSITORY.relativize(file).toString().replace('\\', '/');
            return new Sources(path, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
