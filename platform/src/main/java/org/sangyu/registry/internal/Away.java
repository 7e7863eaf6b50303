package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Period;
import org.sangyu.registry.internal.Precedence.Claim;
import org.sangyu.shared.Fact.Provenance;

/**
 * The days on which somebody who moved away (迁出) is registered outside.
 *
 * <p>They begin with the move and end where a registration begins on that day or later, whoever says so: for who moved
 * away is not registered here by what was known before, and who came back is.
 *
 * @param from first day outside
 * @param to first day no longer outside, or null
 */
record Away(LocalDate from, @Nullable LocalDate to, Provenance said) {

    /** Empty when a registration begins on the very day. */
    static Optional<Away> of(Claim<Provenance> move, List<? extends Claim<?>> registered) {
        LocalDate from = move.valid().from();
        if (from == null) {
            return Optional.empty();
        }
        LocalDate to = move.valid().to();
        for (Claim<?> home : registered) {
            LocalDate begins = home.valid().from();
            if (begins != null && !begins.isBefore(from) && (to == null || begins.isBefore(to))) {
                to = begins;
            }
        }
        return from.equals(to) ? Optional.empty() : Optional.of(new Away(from, to, move.value()));
    }

    /** What is left of a span without the days outside, in the order of time. */
    static List<Period> without(Period span, List<Away> away) {
        List<Period> left = List.of(span);
        for (Away one : away) {
            left = left.stream().flatMap(part -> one.cut(part).stream()).toList();
        }
        return left;
    }

    private List<Period> cut(Period span) {
        List<Period> left = new ArrayList<>(2);
        LocalDate begins = span.from();
        LocalDate ends = span.to();
        if (begins == null || begins.isBefore(from)) {
            left.add(new Period(begins, ends == null || from.isBefore(ends) ? from : ends));
        }
        if (to == null) {
            if (begins != null && !begins.isBefore(from)) {
                return List.of();
            }
        } else if (ends == null || to.isBefore(ends)) {
            left.add(new Period(begins == null || begins.isBefore(to) ? to : begins, ends));
        }
        return left;
    }
}
