package org.sangyu.policy.internal.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;

/**
 * Counts of one county: heads and money by benefit, month and age band, today and by the draft; and who gains or loses.
 *
 * <p>A yearly amount is counted in the first month of each year in which it is due within the span, a once-only amount
 * in the first month; a thing counts heads and no money.
 */
final class Tally {

    /** Heads, fen and undetermined heads, before and after. */
    static final int FIGURES = 6;

    private final List<Benefit> benefits;
    private final List<YearMonth> months;
    private final long[] counts;
    private final boolean[] counted = new boolean[2];
    private final int[] bands;
    private long people;
    private long gains;
    private long loses;

    Tally(List<Benefit> benefits, List<YearMonth> months) {
        this.benefits = benefits;
        this.months = months;
        this.counts = new long[benefits.size() * months.size() * AgeBand.COUNT * FIGURES];
        this.bands = new int[months.size()];
    }

    /** Takes a person whose totals changed. */
    interface Changes {
        /**
         * One benefit of one person of the chunk.
         *
         * @param person index in the chunk
         * @param from first month that differs
         */
        void changed(int person, Benefit benefit, YearMonth from, long before, long after);
    }

    /** Counts the decided people of a chunk. */
    void count(TwoSides decided, Changes changes) {
        for (int person = 0; person < decided.size(); person++) {
            people++;
            LocalDate born = decided.person(person).born();
            for (int month = 0; month < bands.length; month++) {
                bands[month] = AgeBand.of(born, months.get(month).atEndOfMonth());
            }
            long difference = 0;
            for (int benefit = 0; benefit < benefits.size(); benefit++) {
                difference += count(decided, person, benefit, changes);
            }
            gains += difference > 0 ? 1 : 0;
            loses += difference < 0 ? 1 : 0;
        }
    }

    private long count(TwoSides decided, int person, int benefit, Changes changes) {
        int index = person * benefits.size() + benefit;
        long before = 0;
        long after = 0;
        int differs = -1;
        counted[0] = false;
        counted[1] = false;
        for (int month = 0; month < bands.length; month++) {
            if (benefits.get(benefit).period() == Period.YEAR
                    && months.get(month).getMonthValue() == 1) {
                counted[0] = false;
                counted[1] = false;
            }
            int at = at(benefit, month, bands[month]);
            long now = add(decided.before(month), index, at, 0);
            long then = add(decided.after(month), index, at, 1);
            if (now != then && differs < 0) {
                differs = month;
            }
            before += now;
            after += then;
        }
        if (before != after) {
            changes.changed(person, benefits.get(benefit), months.get(Math.max(differs, 0)), before, after);
        }
        return after - before;
    }

    /** Adds one answer to its counters; what it costs in the month. */
    private long add(TwoSides.Side side, int index, int at, int which) {
        int person = index / benefits.size();
        int benefit = index % benefits.size();
        int base = at + which * FIGURES / 2;
        return switch (side.outcome(person, benefit)) {
            case UNDETERMINED -> {
                counts[base + 2]++;
                yield 0;
            }
            case NOT_ENTITLED -> 0;
            case ENTITLED -> {
                counts[base]++;
                Benefit what = benefits.get(benefit);
                boolean again = what.period() != Period.MONTH && counted[which];
                counted[which] = true;
                long fen = again || what.kind() == Kind.THING ? 0 : side.amount(person, benefit);
                counts[base + 1] += fen;
                yield fen;
            }
        };
    }

    private int at(int benefit, int month, int band) {
        return ((benefit * months.size() + month) * AgeBand.COUNT + band) * FIGURES;
    }

    long people() {
        return people;
    }

    long gains() {
        return gains;
    }

    long loses() {
        return loses;
    }

    /** One row of the result. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String benefit, YearMonth month, int band, long[] figures) {}

    /** Takes the rows. */
    interface Rows {
        /** One row that is not all zero. */
        void row(Row row);
    }

    void forEach(Rows rows) {
        for (int benefit = 0; benefit < benefits.size(); benefit++) {
            for (int month = 0; month < months.size(); month++) {
                for (int band = 0; band < AgeBand.COUNT; band++) {
                    int at = at(benefit, month, band);
                    long[] figures = java.util.Arrays.copyOfRange(counts, at, at + FIGURES);
                    if (java.util.Arrays.stream(figures).anyMatch(one -> one != 0)) {
                        rows.row(new Row(benefits.get(benefit).id(), months.get(month), AgeBand.lowest(band), figures));
                    }
                }
            }
        }
    }
}
