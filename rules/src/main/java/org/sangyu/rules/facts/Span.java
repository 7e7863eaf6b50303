package org.sangyu.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} (inclusive, null: since ever) to {@code to} (the first day no longer, null: until further
 * notice).
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Every day. */
    public static final Span ALWAYS = new Span(null, null);

    /** Refuses a span that holds no day. */
    public Span {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }

    /** From that day until further notice. */
    public static Span since(LocalDate from) {
        return new Span(from, null);
    }

    /** Tells whether the day lies inside: on {@code from} yes, on {@code to} no longer. */
    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** Tells whether the two have a day in common. */
    public boolean overlaps(Span other) {
        return (from == null || other.to == null || from.isBefore(other.to))
                && (other.from == null || to == null || other.from.isBefore(to));
    }
}
