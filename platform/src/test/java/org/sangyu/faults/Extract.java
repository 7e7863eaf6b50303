package org.sangyu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of the database: only groups that are in use, so that it stays small and is read in a review.
 *
 * @param day on which the checkout was read
 */
record Extract(LocalDate day, List<Advisory> advisories) {

    private static final String HEAD = "# GitHub Advisory Database (github.com/advisories), CC BY 4.0; read on ";

    static Extract of(AdvisoryDatabase database, List<Library> used, LocalDate day) {
        return new Extract(
                day,
                database.read().stream()
                        .filter(advisory -> used.stream().anyMatch(library -> near(advisory, library)))
                        .toList());
    }

    /** The same group, or the same webjar. */
    private static boolean near(Advisory advisory, Library library) {
        return advisory.ecosystem().equals("npm")
                ? library.is("npm", advisory.name())
                : library.isOf(advisory.name().replaceFirst(":.*", ""));
    }

    static Extract read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Extract(
                    LocalDate.parse(lines.getFirst().substring(HEAD.length())),
                    lines.stream().skip(1).map(Advisory::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                Stream.concat(Stream.of(HEAD + day), advisories.stream().map(Advisory::line))
                        .toList());
    }

    /** How old it is, in days. */
    long age(LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }

    /** Faults of the libraries, without those accepted; one line each, with what mends it. */
    List<String> findings(List<Library> libraries, List<Accepted> accepted, LocalDate today) {
        return advisories.stream()
                .flatMap(advisory -> libraries.stream()
                        .filter(advisory::hits)
                        .filter(library -> accepted.stream().noneMatch(one -> one.covers(advisory, today)))
                        .map(library -> advisory.id() + " " + advisory.severity() + " " + advisory.name() + " "
                                + library.version() + ": " + advisory.summary()
                                + (advisory.fixed().isEmpty() ? "" : "; fixed in " + advisory.fixed())))
                .distinct()
                .toList();
    }

    /**
     * A fault that does not concern us, or not yet.
     *
     * @param last last day on which it is accepted
     * @param reason why
     */
    record Accepted(String id, String name, LocalDate last, String reason) {

        boolean covers(Advisory advisory, LocalDate today) {
            return id.equals(advisory.id()) && name.equals(advisory.name()) && !today.isAfter(last);
        }

        static List<Accepted> read(Path file) {
            try {
                return Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .map(parts -> new Accepted(parts[0], parts[1], LocalDate.parse(parts[2]), parts[3]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
