package org.sangyu.benefits.internal.enrolment;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed at a desk, for one enrolment or for many.
 *
 * @param act its id: every step it writes carries it, and undoing names it
 * @param why the reason; empty where none is needed
 * @param endedFrom first month no longer paid, for an end only
 * @param undone the deed taken back, for undoing only
 */
public record Deed(
        UUID act,
        EnrolmentVerb verb,
        Selection selection,
        String why,
        @Nullable YearMonth endedFrom,
        @Nullable UUID undone) {

    /** A deed that ends nothing and undoes nothing. */
    public static Deed of(UUID act, EnrolmentVerb verb, Selection selection, String why) {
        return new Deed(act, verb, selection, why, null, null);
    }
}
