package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's enrolment for one benefit as the month reads it; an earlier, ended one of the same county included.
 *
 * @param id of the newest enrolment
 * @param payable stretches of months that enrolment allows to be paid, in order
 * @param hold why its lines cannot be paid now, or null
 * @param confirmedAt when the account in use was confirmed, or null
 */
record Enrolled(
        UUID id,
        UUID elder,
        String benefit,
        String place,
        List<Stretch> payable,
        @Nullable HoldReason hold,
        @Nullable Instant confirmedAt) {

    private static final long PRIME = 1_000_003L;

    /** Copies the stretches. */
    Enrolled {
        payable = List.copyOf(payable);
    }

    /**
     * Months that may be paid.
     *
     * @param from the first payable month, or the first after those paid in the county's former way
     * @param to first month no longer, or null
     */
    record Stretch(YearMonth from, @Nullable YearMonth to) {

        boolean contains(YearMonth month) {
            return !month.isBefore(from) && (to == null || month.isBefore(to));
        }
    }

    /** The first month that is worked out; nothing before it is ever paid or corrected. */
    YearMonth from() {
        return payable.getFirst().from();
    }

    /** True for a month that enrolment itself allows to be paid. */
    boolean covers(YearMonth month) {
        for (Stretch stretch : payable) {
            if (stretch.contains(month)) {
                return true;
            }
        }
        return false;
    }

    /** True when nothing can be owed from this month on. */
    boolean isOverBefore(YearMonth month) {
        YearMonth to = payable.getLast().to();
        return to != null && !month.isBefore(to);
    }

    /** Fingerprint of person and enrolment together: when it changes all months are worked out again. */
    long mixedWith(long facts) {
        long mixed = facts;
        for (Stretch stretch : payable) {
            mixed = mixed * PRIME + stretch.from().hashCode();
            mixed = mixed * PRIME + (stretch.to() == null ? 0 : stretch.to().hashCode());
        }
        return mixed;
    }
}
