package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Outcome;

/**
 * What one period is owed, by the decisions in force now.
 *
 * @param accrued the month it counts for in statistics
 * @param fen null while undetermined: then nothing starts, ends, rises, falls or is recovered
 */
record DueAmount(
        DuePeriod period, YearMonth accrued, @Nullable Long fen) {

    /**
     * Works out the dues of consecutive months.
     *
     * @param payOn undetermined months that a named person decided to pay on: they go on with the month before
     */
    static List<DueAmount> of(Rhythm rhythm, List<MonthAnswer> months, Enrolled enrolled, Set<YearMonth> payOn) {
        List<MonthAnswer> worked = months;
        if (!months.isEmpty() && months.getFirst().month().isBefore(enrolled.from())) {
            worked = months.stream()
                    .filter(month -> !month.month().isBefore(enrolled.from()))
                    .toList();
        }
        return switch (rhythm) {
            case MONTH -> monthly(worked, enrolled, payOn);
            case YEAR -> firstReached(worked, enrolled, true);
            case ONCE -> firstReached(worked, enrolled, false);
        };
    }

    private static List<DueAmount> monthly(List<MonthAnswer> months, Enrolled enrolled, Set<YearMonth> payOn) {
        List<DueAmount> dues = new ArrayList<>();
        Long before = null;
        for (MonthAnswer month : months) {
            Long fen = enrolled.covers(month.month()) ? fen(month) : Long.valueOf(0);
            if (fen == null && payOn.contains(month.month())) {
                fen = before;
            }
            before = fen == null ? before : fen;
            dues.add(new DueAmount(DuePeriod.of(month.month()), month.month(), fen));
        }
        return dues;
    }

    /** A year's or a once-only amount is owed from the first month in which the condition holds. */
    private static List<DueAmount> firstReached(List<MonthAnswer> months, Enrolled enrolled, boolean yearly) {
        Map<DuePeriod, DueAmount> dues = new LinkedHashMap<>();
        for (MonthAnswer month : months) {
            DuePeriod period = yearly ? DuePeriod.yearOf(month.month()) : DuePeriod.ONCE;
            Long fen = enrolled.covers(month.month()) ? fen(month) : Long.valueOf(0);
            dues.merge(period, new DueAmount(period, month.month(), fen), DueAmount::stronger);
        }
        return List.copyOf(dues.values());
    }

    private static DueAmount stronger(DueAmount earlier, DueAmount later) {
        if (earlier.fen != null && earlier.fen > 0) {
            return earlier;
        }
        if (later.fen != null && later.fen > 0) {
            return later;
        }
        return earlier.fen == null ? earlier : later;
    }

    private static @Nullable Long fen(MonthAnswer month) {
        return month.outcome() == Outcome.UNDETERMINED ? null : Long.valueOf(month.fen());
    }
}
