package org.sangyu.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a fact holds.
 *
 * @param from first day, or null when it is not known since when
 * @param to first day no longer, or null while it goes on
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Always, as far as anybody knows. */
    public static final Period OPEN = new Period(null, null);

    /** @throws IllegalArgumentException when it ends before it begins */
    public Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("a period needs at least one day: " + from + " to " + to);
        }
    }

    /** From a day on. */
    public static Period from(LocalDate day) {
        return new Period(day, null);
    }

    /** True when it holds on the day. */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** The same, ended; the day is the first day no longer. */
    public Period until(LocalDate firstDayNoLonger) {
        return new Period(from, firstDayNoLonger);
    }
}
