package org.sangyu.registry.internal.intake.read;

import java.util.List;

/** What reading one row gave. */
public sealed interface RowOutcome {

    /** Understood; whether it is taken is decided beside what is known. */
    record Read(PersonDraft draft) implements RowOutcome {}

    /**
     * Refused, with every problem found, not only the first.
     *
     * @param number line of the file
     * @param name as far as it could be read, else empty
     * @param problems at least one
     */
    record Refused(int number, String name, List<Problem> problems) implements RowOutcome {}

    /** No row of a person: blank, a total, a note, the template's example. */
    record Skipped() implements RowOutcome {}
}
