package org.sangyu.rules.packs;

import java.time.LocalDate;

/**
 * A day known as exactly as its document gives it.
 *
 * @param earliest the first day it can be; {@link LocalDate#MIN} when nothing is said
 * @param latest the last day it can be; the state after it is sure from this day on
 * @param seen whether only the state was seen on {@code latest}, and how long it had lasted is not said
 * @param written as in the pack: {@code 2014-10}, {@code 2019}, {@code 2016-01-01..2020-12-31}
 */
public record When(LocalDate earliest, LocalDate latest, boolean seen, String written) {

    /** Since ever: what belongs to the nature of the thing and needs no day. */
    public static final When ALWAYS = new When(LocalDate.MIN, LocalDate.MIN, false, "always");

    /** Refuses an end before the start. */
    public When {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(latest + " is before " + earliest);
        }
    }

    /** Exactly that day. */
    public static When on(LocalDate day) {
        return new When(day, day, false, day.toString());
    }

    /** Tells whether the day is known to the day. */
    public boolean isExact() {
        return earliest.equals(latest);
    }
}
