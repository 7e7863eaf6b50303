package org.sangyu.registry.internal.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * One row of a list with what came of it.
 *
 * @param comparison which list
 * @param row its number in the file
 * @param list what list it is
 * @param place the person's place, or the county where nobody was matched
 * @param elder whom it is about, or null
 * @param said what the row says
 * @param outcome what came of it
 * @param otherDay the day registered here where it differs; both are kept
 * @param why reason and arguments when the row could not be read
 * @param candidates who it may be, at most five
 * @param state how far the check is
 * @param answerBy last day to answer, or null
 * @param answer who answered, or null
 * @param version for finding stale answers
 */
public record Compared(
        UUID comparison,
        int row,
        Of list,
        Place place,
        @Nullable ElderId elder,
        Said said,
        Outcome outcome,
        @Nullable LocalDate otherDay,
        @Nullable Why why,
        List<ElderId> candidates,
        State state,
        @Nullable LocalDate answerBy,
        @Nullable Answer answer,
        int version) {

    /** The list it stands in. */
    public record Of(FactSourceCode source, Kind kind, LocalDate extracted) {}

    /** What the row says; of the ID number only its last four characters are kept. */
    public record Said(
            String name,
            String idTail,
            @Nullable LocalDate born,
            @Nullable LocalDate on) {}

    /** Why it could not be read. */
    public record Why(String code, List<String> arguments) {}

    /** Who answered, when, and what they wrote. */
    public record Answer(String name, String role, Instant at, String note) {}

    /** What came of a row. */
    public enum Outcome {
        /** Registered as alive; the list says died. */
        DIED,
        /** Registered here; the list says moved away. */
        MOVED_OUT,
        /** Seen alive. */
        SEEN,
        /** Registered already, but with another day: both are kept until a person decides; no payment depends on it. */
        CONFLICT,
        /** No ID number that fits; name and birth day are those of somebody here. A person says who it is. */
        ALIKE,
        /** Registered here just so already, or answered before. */
        KNOWN,
        /** Nobody of the county. */
        NOT_FOUND,
        /** The row could not be read. */
        UNREADABLE
    }

    /** How far the check is. */
    public enum State {
        OPEN,
        RIGHT,
        WRONG,
        NONE
    }
}
