package org.sangyu.rules.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in force on one day, as far as inexact dates let one know.
 *
 * <p>One candidate: it is sure. Several: it depends on a day that no document gives, or on which of two contradicting
 * documents is right.
 */
public final class Timeline {

    /** What may be in force on the day. */
    public sealed interface Candidate<T> {

        /** This value. */
        record InForce<T>(Dated<T> dated) implements Candidate<T> {}

        /** Nothing yet: the first value starts later, and its document says when. */
        record NotYet<T>(Dated<T> first) implements Candidate<T> {}

        /** Something the documents do not say: they saw the first value only later. */
        record UnknownEarlier<T>(Dated<T> first) implements Candidate<T> {}

        /** Nothing any more: the last value has ended, or a declared gap. */
        record Ended<T>(Dated<T> last) implements Candidate<T> {}
    }

    private Timeline() {}

    /**
     * The candidates on a day: the nearest layer's values, and below its holes the next layer's.
     *
     * @param layers nearest first
     * @param asOf values recorded after this day are not known; null: all are
     * @return empty when no layer has a value at all
     */
    public static <T> List<Candidate<T>> on(List<Parameter<T>> layers, LocalDate day, @Nullable LocalDate asOf) {
        List<Candidate<T>> found = new ArrayList<>(2);
        Candidate<T> nearestHole = null;
        for (Parameter<T> layer : layers) {
            List<Dated<T>> known =
                    layer.values().stream().filter(v -> v.isKnownOn(asOf)).toList();
            Candidate<T> hole = known.isEmpty() ? null : inLayer(known, day, found);
            if (!known.isEmpty() && hole == null) {
                return found;
            }
            if (hole instanceof Candidate.UnknownEarlier<T>) {
                found.add(hole);
                return found;
            }
            nearestHole = nearestHole == null ? hole : nearestHole;
        }
        if (nearestHole != null) {
            found.add(nearestHole);
        }
        return found;
    }

    /** Adds what one layer may have in force; returns the hole through which the next layer may show, or null. */
    private static <T> @Nullable Candidate<T> inLayer(List<Dated<T>> values, LocalDate day, List<Candidate<T>> found) {
        List<Dated<T>> chain = values.stream().filter(v -> !isSecond(v)).toList();
        Candidate<T> hole = null;
        if (!chain.isEmpty() && day.isBefore(chain.getFirst().from().latest())) {
            Dated<T> first = chain.getFirst();
            hole = first.from().seen() ? new Candidate.UnknownEarlier<>(first) : new Candidate.NotYet<>(first);
        }
        for (int i = 0; i < chain.size(); i++) {
            Dated<T> value = chain.get(i);
            Dated<T> next = i + 1 < chain.size() ? chain.get(i + 1) : null;
            if (value.from().earliest().isAfter(day)) {
                break;
            }
            if (mayLast(value, next, day)) {
                found.add(new Candidate.InForce<>(value));
                values.stream()
                        .filter(second -> isSecond(second) && covers(second, day) && disagrees(second, value))
                        .forEach(second -> found.add(new Candidate.InForce<>(second)));
            }
            if (mayHaveEnded(value, next, day)) {
                hole = new Candidate.Ended<>(value);
            }
        }
        return hole;
    }

    private static boolean mayLast(Dated<?> value, @Nullable Dated<?> next, LocalDate day) {
        When end = end(value, next);
        return end == null || day.isBefore(end.latest());
    }

    private static boolean mayHaveEnded(Dated<?> value, @Nullable Dated<?> next, LocalDate day) {
        When to = value.to();
        return to != null
                && !day.isBefore(to.earliest())
                && (next == null
                        || (!to.equals(next.from()) && day.isBefore(next.from().latest())));
    }

    private static @Nullable When end(Dated<?> value, @Nullable Dated<?> next) {
        if (value.to() != null) {
            return value.to();
        }
        return next == null ? null : next.from();
    }

    private static boolean covers(Dated<?> value, LocalDate day) {
        When to = value.to();
        return !value.from().earliest().isAfter(day) && (to == null || day.isBefore(to.latest()));
    }

    private static boolean disagrees(Dated<?> second, Dated<?> first) {
        return first.contradicts() != null && !second.value().equals(first.value());
    }

    static boolean isSecond(Dated<?> value) {
        return value.contradicts() != null && !value.shownFirst();
    }
}
