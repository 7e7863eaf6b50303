package org.sangyu.policy.internal.own;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.policy.Answer;
import org.sangyu.policy.internal.BothWays;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes what a proposed value would change for the people of its place; begun again after a crash. */
@Component
class EffectJob implements Jobs.Handler {

    static final String KIND = "policy.effect";
    static final String VALUE = "value";
    private static final int TELL_EVERY = 500;

    private final OwnValues values;
    private final OwnRows rows;
    private final BothWays bothWays;
    private final PackShelf shelf;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EffectJob(
            OwnValues values,
            OwnRows rows,
            BothWays bothWays,
            PackShelf shelf,
            TransactionTemplate transaction,
            Clock clock) {
        this.values = values;
        this.rows = rows;
        this.bothWays = bothWays;
        this.shelf = shelf;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        OwnValue value = values.find(UUID.fromString(run.arguments().getOrDefault(VALUE, "")))
                .orElseThrow(() -> Jobs.FailedException.because(Jobs.Title.of("policy.own.job.gone")));
        PackSet now = shelf.packs();
        YearMonth month = month(value);
        Sums sums = new Sums(now);
        bothWays.forEach(value.place(), month, new BothWays.Packs(now, values.packsWith(value)), (before, after) -> {
            sums.add(before, after);
            if (sums.people % TELL_EVERY == 0) {
                run.progress(sums.people, 0);
            }
        });
        Effect effect = new Effect(month.toString(), clock.instant().toString(), sums.people, now.hash(), sums.lines());
        transaction.executeWithoutResult(status -> rows.keep(value.id(), effect));
        run.progress(sums.people, sums.people);
        run.tell(Jobs.Title.of("policy.own.job.done", String.valueOf(sums.people), String.valueOf(effect.heads())));
        run.result("/policies/own/" + value.id());
    }

    /** The first month in which it could matter: this one, or the one in which it begins. */
    private YearMonth month(OwnValue value) {
        YearMonth now = YearMonth.now(clock.withZone(Time.ZONE));
        YearMonth from = YearMonth.from(value.from());
        return from.isAfter(now) ? from : now;
    }

    /** Heads and fen, benefit by benefit. */
    static final class Sums {
        private final List<String> benefits;
        private final long[][] sums;
        private long people;

        Sums(PackSet packs) {
            this.benefits = packs.benefits().stream().map(one -> one.id()).toList();
            this.sums = new long[benefits.size()][8];
        }

        void add(List<Answer> before, List<Answer> after) {
            people++;
            for (int i = 0; i < before.size(); i++) {
                add(sums[i], before.get(i), after.get(i));
            }
        }

        private static void add(long[] sum, Answer before, Answer after) {
            boolean had = before.outcome() == Outcome.ENTITLED;
            boolean has = after.outcome() == Outcome.ENTITLED;
            if (had && has) {
                sum[1] += after.fen() > before.fen() ? 1 : 0;
                sum[2] += after.fen() < before.fen() ? 1 : 0;
            } else if (has) {
                sum[0]++;
            } else if (before.outcome() != after.outcome()) {
                int which = after.outcome() == Outcome.UNDETERMINED ? 4 : had ? 3 : 5;
                sum[which]++;
            }
            sum[6] += had ? before.fen() : 0;
            sum[7] += has ? after.fen() : 0;
        }

        List<Effect.Line> lines() {
            List<Effect.Line> lines = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                long[] s = sums[i];
                Effect.Line line = new Effect.Line(benefits.get(i), s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
                if (line.heads() > 0) {
                    lines.add(line);
                }
            }
            return lines;
        }
    }
}
