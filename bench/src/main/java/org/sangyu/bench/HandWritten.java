package org.sangyu.bench;

import static org.sangyu.bench.InventedColumns.HERE;
import static org.sangyu.bench.InventedColumns.INSTITUTION;

import java.time.YearMonth;
import java.util.List;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.PackSet;

/**
 * The rules of one region and month as somebody writes them who knows them by heart: a loop over arrays for each
 * benefit, chunk by chunk, with bits for every reason of a refusal. Only the amounts come from the packs.
 */
final class HandWritten {
    /** In the order of the packs. */
    static final List<String> BENEFITS = List.of(
            "advanced-age-allowance",
            "centenarian-plaque",
            "centenarian-respect-money",
            "centenarian-family-reward",
            "hardship-support",
            "hardship-care-allowance",
            "home-service-entitlement",
            "institution-admission-subsidy");

    static final int DEAD = 1;
    static final int ELSEWHERE = 2;
    static final int AGE = 4;
    static final int LACKS_TAG = 8;
    static final int NO_DIFFICULTY = 16;
    static final int IN_INSTITUTION = 32;
    static final int NOT_DISABLED = 64;
    static final int NO_DEMENTIA = 128;
    static final int AT_HOME = 256;

    private static final int HARDSHIP = 1 << Tag.EXTREME_HARDSHIP.slot();
    private static final int MINIMUM = 1 << Tag.MINIMUM_LIVING_ALLOWANCE.slot();
    private static final int DISABLED = 1 << Tag.DISABLED.slot();
    private static final int DEMENTIA = 1 << Tag.DEMENTIA.slot();
    private static final int DIFFICULTY =
            HARDSHIP | MINIMUM | 1 << Tag.MARGINAL_LOW_INCOME.slot() | 1 << Tag.ECONOMIC_DIFFICULTY.slot();
    private static final byte UNDETERMINED = 2;
    private static final int HERE_AT_ONCE = 1 << 17;

    /** Answers of one chunk. */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over
    record Out(byte[] outcome, long[] amount, int[] why) {
        static Out of(int chunk) {
            return new Out(new byte[chunk], new long[chunk], new int[chunk]);
        }
    }

    /** What the packs say, as numbers: last births of the bands, amounts in fen. */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over
    record Numbers(int[] bandDays, long[] bandAmounts, long[] flat, long[] support, long[] care) {}

    private final InventedColumns people;
    private final int firstDay;
    private final int[] here;
    private final int[] bandDays;
    private final long[] bandAmounts;
    private final int hundred;
    private final long[] flat = new long[BENEFITS.size()];
    private final long[] support = new long[4];
    private final long[] care;

    HandWritten(InventedColumns people, PackSet packs, RegionCode region, YearMonth month) {
        this.people = people;
        this.firstDay = (int) month.atDay(1).toEpochDay();
        this.here = new int[HERE_AT_ONCE];
        List<AmountRule> rules =
                BENEFITS.stream().map(id -> last(packs, region, id)).toList();
        List<AmountRule.Band> bands = ((AmountRule.Bands) rules.getFirst()).bands();
        this.bandDays = bands.stream().mapToInt(b -> day(month, b.fromAge())).toArray();
        this.bandAmounts = new long[bands.size() + 1];
        for (int i = 0; i < bands.size(); i++) {
            bandAmounts[i + 1] = bands.get(i).amount();
        }
        this.hundred = bandDays[bandDays.length - 1];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = rules.get(i) instanceof AmountRule.Flat one ? one.amount() : 0;
        }
        for (AmountRule.Row row : ((AmountRule.Table) rules.get(4)).rows()) {
            support[row.choices().get(0) * 2 + row.choices().get(1)] = row.amount();
        }
        AmountRule.BySelfCare by = (AmountRule.BySelfCare) rules.get(5);
        this.care = new long[] {by.full(), by.partial(), by.none()};
    }

    Numbers numbers() {
        return new Numbers(bandDays, bandAmounts, flat, support, care);
    }

    private static AmountRule last(PackSet packs, RegionCode region, String benefit) {
        return packs.policy(region, benefit, false).orElseThrow().amount().stream()
                .map(layer -> layer.values().getLast().value().rule())
                .findFirst()
                .orElse(new AmountRule.Flat(0));
    }

    private static int day(YearMonth month, int age) {
        return (int) month.atEndOfMonth().minusYears(age).toEpochDay();
    }

    /** Decides one chunk of all benefits. */
    void decide(int from, int to, List<Out> out) {
        for (int i = from; i < to; i++) {
            here[i - from] =
                    (people.died()[i] < firstDay ? DEAD : 0) | ((people.lives()[i] & HERE) == 0 ? ELSEWHERE : 0);
        }
        byAge(from, to, out.get(0));
        for (int benefit = 1; benefit <= 3; benefit++) {
            hundred(from, to, flat[benefit], out.get(benefit));
        }
        support(from, to, out.get(4));
        care(from, to, out.get(5));
        homeService(from, to, out.get(6));
        admission(from, to, out.get(7));
    }

    private void byAge(int from, int to, Out out) {
        int[] born = people.born();
        for (int i = from; i < to; i++) {
            int band = (born[i] <= bandDays[0] ? 1 : 0)
                    + (born[i] <= bandDays[1] ? 1 : 0)
                    + (born[i] <= bandDays[2] ? 1 : 0);
            put(out, i - from, here[i - from] | (band == 0 ? AGE : 0), bandAmounts[band]);
        }
    }

    private void hundred(int from, int to, long amount, Out out) {
        int[] born = people.born();
        for (int i = from; i < to; i++) {
            put(out, i - from, here[i - from] | (born[i] <= hundred ? 0 : AGE), amount);
        }
    }

    private static void put(Out out, int at, int why, long amount) {
        out.outcome[at] = (byte) (why == 0 ? 1 : 0);
        out.amount[at] = why == 0 ? amount : 0;
        out.why[at] = why;
    }

    private static void open(Out out, int at, int why) {
        out.outcome[at] = why == 0 ? UNDETERMINED : 0;
        out.amount[at] = 0;
        out.why[at] = why;
    }

    private void support(int from, int to, Out out) {
        for (int i = from; i < to; i++) {
            int why = here[i - from] | ((people.tags()[i] & HARDSHIP) == 0 ? LACKS_TAG : 0);
            int area = people.area()[i];
            int way = people.support()[i];
            if (why != 0 || (area >= 0 && way >= 0)) {
                put(out, i - from, why, why == 0 ? support[area * 2 + way] : 0);
            } else if (area >= 0 && support[area * 2] == support[area * 2 + 1]) {
                put(out, i - from, why, support[area * 2]);
            } else if (way >= 0 && support[way] == support[2 + way]) {
                put(out, i - from, why, support[way]);
            } else {
                open(out, i - from, why);
            }
        }
    }

    private void care(int from, int to, Out out) {
        for (int i = from; i < to; i++) {
            int why = here[i - from] | ((people.tags()[i] & HARDSHIP) == 0 ? LACKS_TAG : 0);
            int level = people.selfCare()[i];
            int ability = people.ability()[i];
            level = level >= 0 ? level : ability == 0 ? 0 : ability == 4 ? 2 : -1;
            if (level >= 0) {
                put(out, i - from, why, care[level]);
            } else {
                open(out, i - from, why);
            }
        }
    }

    private void homeService(int from, int to, Out out) {
        for (int i = from; i < to; i++) {
            int why = here[i - from]
                    | ((people.tags()[i] & DIFFICULTY) == 0 ? NO_DIFFICULTY : 0)
                    | ((people.lives()[i] & INSTITUTION) != 0 ? IN_INSTITUTION : 0);
            put(out, i - from, why, flat[6]);
        }
    }

    private void admission(int from, int to, Out out) {
        for (int i = from; i < to; i++) {
            int tags = people.tags()[i];
            int ability = people.ability()[i];
            boolean disabled = ability < 0 ? (tags & DISABLED) != 0 : ability >= 1;
            boolean either = disabled || (tags & DEMENTIA) != 0;
            int why = here[i - from]
                    | ((tags & MINIMUM) == 0 ? LACKS_TAG : 0)
                    | (either ? 0 : NOT_DISABLED | NO_DEMENTIA)
                    | ((people.lives()[i] & INSTITUTION) == 0 ? AT_HOME : 0);
            open(out, i - from, why);
        }
    }
}
