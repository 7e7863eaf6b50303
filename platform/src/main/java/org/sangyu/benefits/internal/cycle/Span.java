package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Outcome;

/**
 * A run of months with one and the same decision.
 *
 * @param to first month no longer, or null while it goes on
 * @param reasons the reasons as JSON; of a stored span never asked for
 */
record Span(
        YearMonth from, @Nullable YearMonth to, Outcome outcome, long fen, long reasonsKey, Supplier<String> reasons) {

    /** Joins months with equal answers; the months follow one another, the last span stays open. */
    static List<Span> of(List<MonthAnswer> months) {
        List<Span> spans = new ArrayList<>();
        for (MonthAnswer month : months) {
            if (spans.isEmpty()) {
                spans.add(open(month));
            } else if (!spans.getLast().holds(month)) {
                spans.set(spans.size() - 1, spans.getLast().until(month.month()));
                spans.add(open(month));
            }
        }
        return spans;
    }

    static Span open(MonthAnswer month) {
        return new Span(
                month.month(),
                null,
                month.outcome(),
                month.fen(),
                month.decided().reasonsKey(),
                month.decided().reasons());
    }

    boolean holds(MonthAnswer month) {
        return outcome == month.outcome()
                && fen == month.fen()
                && reasonsKey == month.decided().reasonsKey();
    }

    Span until(YearMonth end) {
        return new Span(from, end, outcome, fen, reasonsKey, reasons);
    }

    boolean same(Span other) {
        return from.equals(other.from)
                && java.util.Objects.equals(to, other.to)
                && outcome == other.outcome
                && fen == other.fen
                && reasonsKey == other.reasonsKey;
    }
}
