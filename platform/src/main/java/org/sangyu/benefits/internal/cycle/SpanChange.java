package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run writes about the decisions of one person and benefit: only what changed. */
sealed interface SpanChange {

    /** A span that was not known before. */
    record Opened(Span span) implements SpanChange {}

    /** A span that is no longer what we hold to be true. */
    record Superseded(Span span) implements SpanChange {}

    /** The open span ends: recorded anew with its end, reasons unchanged. */
    record Ended(Span span, YearMonth to) implements SpanChange {}

    /** Compares all months, worked out anew, with what stands recorded. */
    static List<SpanChange> between(List<Span> recorded, List<Span> now) {
        List<SpanChange> changes = new ArrayList<>();
        for (Span old : recorded) {
            if (now.stream().noneMatch(old::same)) {
                changes.add(new Superseded(old));
            }
        }
        for (Span span : now) {
            if (recorded.stream().noneMatch(span::same)) {
                changes.add(new Opened(span));
            }
        }
        return changes;
    }

    /** Goes on from the open span with months that follow it. */
    static List<SpanChange> goOn(@Nullable Span open, List<MonthAnswer> months) {
        List<Span> later = Span.of(months.stream()
                .dropWhile(month -> open != null && open.holds(month))
                .toList());
        List<SpanChange> changes = new ArrayList<>();
        if (open != null && !later.isEmpty()) {
            changes.add(new Ended(open, later.getFirst().from()));
        }
        later.forEach(span -> changes.add(new Opened(span)));
        return changes;
    }
}
