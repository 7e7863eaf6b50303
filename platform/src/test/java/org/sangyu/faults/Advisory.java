package org.sangyu.faults;

import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * One range of versions with a known fault; an advisory has as many as it names packages and ranges.
 *
 * @param id of the advisory, for example {@code GHSA-…}
 * @param severity as the database says it
 * @param ecosystem {@code Maven} or {@code npm}
 * @param name of the package there
 * @param introduced first version with the fault; {@code 0} for the very first
 * @param fixed first version without it; empty when there is none
 * @param last last version with it, where no fixed one is known; else empty
 * @param summary one line
 */
record Advisory(
        String id,
        String severity,
        String ecosystem,
        String name,
        String introduced,
        String fixed,
        String last,
        String summary) {

    private static final int PARTS = 8;

    /** True when the library is in the range. */
    boolean hits(Library library) {
        if (!library.is(ecosystem, name)) {
            return false;
        }
        ComparableVersion version = new ComparableVersion(library.version());
        return version.compareTo(new ComparableVersion(introduced)) >= 0
                && (fixed.isEmpty() || version.compareTo(new ComparableVersion(fixed)) < 0)
                && (last.isEmpty() || version.compareTo(new ComparableVersion(last)) <= 0);
    }

    /** As a line of the extract. */
    String line() {
        return String.join("\t", List.of(id, severity, ecosystem, name, introduced, fixed, last, summary));
    }

    static Advisory parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no line of an extract: " + line);
        }
        return new Advisory(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }
}
