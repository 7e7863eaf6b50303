package org.sangyu.registry.internal.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.Problem;

/**
 * What came of one row.
 *
 * @param number line of the file
 * @param name as read
 * @param outcome what came of it
 * @param effect {@code CREATED}, {@code CHANGED} or {@code NONE}
 * @param elder whose record it is, once taken
 * @param problems reasons, or remarks on a taken row
 */
public record IntakeLine(
        int number,
        String name,
        Outcome outcome,
        String effect,
        @Nullable UUID elder,
        List<Problem> problems) {

    /** As another department may read it: nothing of what the register says about the person, nor who it is. */
    public IntakeLine forDepartment() {
        List<Problem> said = outcome == Outcome.PARKED ? List.of(Problem.ofRow("waits")) : problems;
        return new IntakeLine(number, name, outcome, effect, null, said);
    }

    /** What came of a row. */
    public enum Outcome {
        TAKEN,
        REFUSED,
        PARKED
    }

    /**
     * A part of a list.
     *
     * @param after number of the last row of the part before, or 0
     * @param limit at most this many
     */
    public record Window(int after, int limit) {}

    /** Which rows a list shows. */
    public enum Kind {
        TAKEN,
        CREATED,
        CHANGED,
        SAME,
        REFUSED,
        PARKED,
        REMARKED
    }
}
