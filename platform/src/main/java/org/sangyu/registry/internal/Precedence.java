package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Period;

/**
 * Decides which of several claims about the same thing counts on which days.
 *
 * <p>The source that goes before wins for all days it speaks of; within one rank the claim that begins later wins from
 * its first day, so that a move needs no end of the old address; then the one recorded later.
 */
final class Precedence {

    private Precedence() {}

    /**
     * One claim.
     *
     * @param <T> what is claimed
     * @param value the claim
     * @param valid its days
     * @param rank of its source, lower goes before
     * @param recordedMillis when it was recorded
     */
    record Claim<T>(T value, Period valid, int rank, long recordedMillis) {}

    /** The order in which claims take their days. */
    static <T> Comparator<Claim<T>> order() {
        return Comparator.comparingInt((Claim<T> claim) -> claim.rank())
                .thenComparing(claim -> start(claim.valid()), Comparator.reverseOrder())
                .thenComparing(Claim::recordedMillis, Comparator.reverseOrder());
    }

    /** Hands out every claim with the days on which it counts; a claim may count on several spans or on none. */
    static <T> void settle(List<Claim<T>> claims, BiConsumer<T, Period> taker) {
        if (claims.size() == 1) {
            taker.accept(claims.getFirst().value(), claims.getFirst().valid());
            return;
        }
        List<Period> free = new ArrayList<>(List.of(Period.OPEN));
        for (Claim<T> claim : claims.stream().sorted(order()).toList()) {
            List<Period> left = new ArrayList<>();
            for (Period span : free) {
                Period taken = intersection(span, claim.valid());
                if (taken == null) {
                    left.add(span);
                } else {
                    taker.accept(claim.value(), taken);
                    addRest(span, taken, left);
                }
            }
            free = left;
        }
    }

    private static void addRest(Period span, Period taken, List<Period> left) {
        if (start(span).isBefore(start(taken))) {
            left.add(new Period(span.from(), taken.from()));
        }
        if (end(taken).isBefore(end(span))) {
            left.add(new Period(taken.to(), span.to()));
        }
    }

    private static @Nullable Period intersection(Period a, Period b) {
        LocalDate from = start(a).isAfter(start(b)) ? start(a) : start(b);
        LocalDate to = end(a).isBefore(end(b)) ? end(a) : end(b);
        if (!from.isBefore(to)) {
            return null;
        }
        return new Period(from.equals(LocalDate.MIN) ? null : from, to.equals(LocalDate.MAX) ? null : to);
    }

    private static LocalDate start(Period period) {
        LocalDate from = period.from();
        return from == null ? LocalDate.MIN : from;
    }

    private static LocalDate end(Period period) {
        LocalDate to = period.to();
        return to == null ? LocalDate.MAX : to;
    }
}
