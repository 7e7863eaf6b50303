package org.sangyu.bench;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.Answers;
import org.sangyu.rules.CompiledMonth;
import org.sangyu.rules.Decider;
import org.sangyu.rules.FactColumns;
import org.sangyu.rules.Outcome;
import org.sangyu.rules.Question;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.Why;
import org.sangyu.rules.packs.PackSet;

/** The rules against rivals that decide the same: one thread, warm, answers compared equal before any time is taken. */
final class EngineBench {
    static final int PEOPLE = 1_300_000;
    static final int CHUNK = 2_048;
    static final YearMonth MONTH = YearMonth.of(2026, 6);

    private static final double AT_LEAST_A_THIRD = 3;
    private static final int WARM = 5;
    private static final double MILLIS = 1_000;
    private static final double MILLION = 1e6;
    private static final double ONE_TENTH = 0.1;

    private final Path packsFolder;
    private final PackSet packs;
    private final RegionCode region;
    private final Decider decider;
    private final InventedColumns people;
    private final List<FactColumns> chunks;

    EngineBench(Path packsFolder, String region) {
        this.packsFolder = packsFolder;
        this.packs = PackSet.read(packsFolder);
        this.region = RegionCode.of(region);
        this.decider = Decider.of(packs, Question.of(this.region, MONTH), new HashSet<>(HandWritten.BENEFITS));
        this.people = InventedColumns.of(PEOPLE, 1, MONTH);
        this.chunks = people.chunks(decider.compiled(), MONTH.atDay(1), CHUNK);
    }

    /** Everything but what needs a database. */
    List<Figure> run() throws Exception {
        List<Figure> figures = new ArrayList<>();
        HandWritten hand = new HandWritten(people, packs, region, MONTH);
        double own = byHand(hand, figures);
        DroolsBench.Speed drools =
                new DroolsBench(people, hand, (int) MONTH.atDay(1).toEpochDay()).run();
        figures.add(new Figure(
                "rules: the same, as a share of the time of another engine",
                own / MILLION,
                "M/s",
                String.format(
                        "Drools, executable model, best batch %d, %.1f M/s",
                        drools.batch(), drools.perSecond() / MILLION),
                drools.perSecond() / own,
                ONE_TENTH));
        figures.add(new LoadBench(packsFolder).run());
        return figures;
    }

    /** From table to table. */
    Figure endToEnd(World world) throws Exception {
        HandWritten hand = new HandWritten(people, packs, region, MONTH);
        return new SqlBench(world, decider::compiled, people, hand).run();
    }

    private double byHand(HandWritten hand, List<Figure> figures) throws Exception {
        List<HandWritten.Out> out = outs();
        same(hand, out);
        double[] own = new double[Timing.RUNS];
        double[] rival = new double[Timing.RUNS];
        double[] ratios = new double[Timing.RUNS];
        for (int run = -WARM; run < Timing.RUNS; run++) {
            double mine = Timing.millis(() -> pass(out));
            double other = Timing.millis(() -> passByHand(hand, out));
            if (run >= 0) {
                own[run] = mine;
                rival[run] = other;
                ratios[run] = mine / other;
            }
        }
        double decisions = (double) PEOPLE * HandWritten.BENEFITS.size() * MILLIS;
        double perSecond = decisions / Timing.median(own);
        figures.add(new Figure(
                "rules: 1.3 million people x 8 benefits, with reasons",
                perSecond / MILLION,
                "M/s",
                String.format("the same as loops over arrays, %.0f M/s", decisions / Timing.median(rival) / MILLION),
                Timing.median(ratios),
                AT_LEAST_A_THIRD));
        return perSecond;
    }

    private static List<HandWritten.Out> outs() {
        List<HandWritten.Out> outs = new ArrayList<>();
        HandWritten.BENEFITS.forEach(benefit -> outs.add(HandWritten.Out.of(CHUNK)));
        return outs;
    }

    /** One pass with nothing remembered from the pass before. */
    private int pass(List<HandWritten.Out> out) {
        CompiledMonth month = decider.compiled();
        Answers answers = month.answers();
        for (FactColumns chunk : chunks) {
            month.decide(chunk, answers);
            for (int b = 0; b < out.size(); b++) {
                answers.copy(
                        b, out.get(b).outcome(), out.get(b).amount(), out.get(b).why());
            }
        }
        return answers.size();
    }

    private static int passByHand(HandWritten hand, List<HandWritten.Out> out) {
        for (int from = 0; from < PEOPLE; from += CHUNK) {
            hand.decide(from, Math.min(PEOPLE, from + CHUNK), out);
        }
        return out.size();
    }

    /** Outcome, amount and the codes of every refusal are the same for everybody; else there is nothing to measure. */
    private void same(HandWritten hand, List<HandWritten.Out> out) {
        CompiledMonth month = decider.compiled();
        Answers answers = month.answers();
        for (int c = 0; c < chunks.size(); c++) {
            month.decide(chunks.get(c), answers);
            hand.decide(c * CHUNK, c * CHUNK + answers.size(), out);
            for (int b = 0; b < out.size(); b++) {
                for (int i = 0; i < answers.size(); i++) {
                    same(month, answers, i, new Written(b, out.get(b)));
                }
            }
        }
    }

    private record Written(int benefit, HandWritten.Out out) {}

    private static void same(CompiledMonth month, Answers answers, int person, Written written) {
        int benefit = written.benefit();
        HandWritten.Out out = written.out();
        Outcome outcome = answers.outcome(person, benefit);
        boolean equal = outcome == Outcome.values()[out.outcome()[person]]
                && answers.amount(person, benefit) == out.amount()[person]
                && (outcome != Outcome.NOT_ENTITLED
                        || bits(month.why(answers.why(person, benefit))) == out.why()[person]);
        if (!equal) {
            throw new IllegalStateException(HandWritten.BENEFITS.get(benefit) + ": " + outcome + " "
                    + answers.amount(person, benefit) + " " + month.why(answers.why(person, benefit)) + ", by hand "
                    + out.outcome()[person] + " " + out.amount()[person] + " " + out.why()[person]);
        }
    }

    private static final Map<ReasonCode, Integer> BITS = new EnumMap<>(Map.of(
            ReasonCode.DIED, HandWritten.DEAD,
            ReasonCode.LIVES_ELSEWHERE, HandWritten.ELSEWHERE,
            ReasonCode.AGE_BELOW, HandWritten.AGE,
            ReasonCode.NO_ECONOMIC_DIFFICULTY, HandWritten.NO_DIFFICULTY,
            ReasonCode.IN_INSTITUTION, HandWritten.IN_INSTITUTION,
            ReasonCode.NOT_DISABLED, HandWritten.NOT_DISABLED,
            ReasonCode.NOT_DISABLED_BY_ABILITY, HandWritten.NOT_DISABLED,
            ReasonCode.AT_HOME, HandWritten.AT_HOME));

    private static int bits(List<Why> reasons) {
        int bits = 0;
        int lacks = 0;
        for (Why why : reasons) {
            bits |= BITS.getOrDefault(why.code(), 0);
            lacks += why.code() == ReasonCode.LACKS_TAG ? 1 : 0;
        }
        boolean either = (bits & HandWritten.NOT_DISABLED) != 0;
        int dementia = either ? HandWritten.NO_DEMENTIA : 0;
        return bits | dementia | (lacks - (either ? 1 : 0) > 0 ? HandWritten.LACKS_TAG : 0);
    }
}
