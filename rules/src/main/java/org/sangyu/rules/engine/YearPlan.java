package org.sangyu.rules.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.packs.BenefitPolicy;

/**
 * A yearly benefit: entitled to the year's amount from the first month of the year on whose last day its condition
 * held, until the year's end; only death ends it, from the month after.
 */
final class YearPlan {
    private final BenefitPlan now;
    private final List<BenefitPlan> earlier;
    private final List<Frame> frames;

    private YearPlan(BenefitPlan now, List<BenefitPlan> earlier, List<Frame> frames) {
        this.now = now;
        this.earlier = earlier;
        this.frames = frames;
    }

    /** The month's own plan and those of the earlier months of its year, latest first. */
    static YearPlan of(BenefitPlan now, BenefitPolicy policy, List<Frame> earlierMonths) {
        List<BenefitPlan> plans = new ArrayList<>();
        if (now.nobody() == null) {
            earlierMonths.forEach(frame -> plans.add(new BenefitPlan(frame, policy)));
        }
        return new YearPlan(now, plans, earlierMonths);
    }

    boolean looksBack() {
        return !earlier.isEmpty();
    }

    Decision decide(Case person, Case[] cases) {
        Decision decision = Decided.of(now, person);
        if (decision instanceof Decision.Entitled
                || earlier.isEmpty()
                || Life.CHECK.of(person) == Truth.NO
                || (decision instanceof Decision.NotEntitled && now.failsEarlierToo(person))) {
            return decision;
        }
        Decision open = decision instanceof Decision.Undetermined ? decision : null;
        for (int i = 0; i < earlier.size(); i++) {
            Case then = cases[i] == null ? new Case(frames.get(i), person.person) : cases[i];
            cases[i] = then;
            then.forget();
            if (earlier.get(i).of(then) == Verdict.NO) {
                continue;
            }
            Decision before = Decided.of(earlier.get(i), then);
            if (before instanceof Decision.Entitled reached) {
                return carried(reached, frames.get(i).month);
            }
            open = open == null && before instanceof Decision.Undetermined ? before : open;
        }
        return open == null ? decision : open;
    }

    private static Decision carried(Decision.Entitled reached, YearMonth month) {
        List<Reason> reasons = new ArrayList<>(reached.reasons());
        reasons.add(Cite.setting(Rules.YEARLY).reason(ReasonCode.REACHED_EARLIER, null, new Arg.Month(month)));
        return new Decision.Entitled(reached.benefit(), reached.amount(), reached.atLeast(), null, reasons);
    }
}
