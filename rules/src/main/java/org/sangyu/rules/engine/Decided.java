package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.packs.Benefit;

/** Turns what can come out into a decision. */
final class Decided {

    private Decided() {}

    static Decision of(BenefitPlan plan, Case person) {
        Reason nobody = plan.nobody();
        if (nobody != null) {
            return new Decision.NotEntitled(plan.benefit, null, List.of(nobody));
        }
        Worlds.Outcome outcome = Worlds.of(plan, person);
        if (!outcome.isSure()) {
            return undetermined(plan, outcome);
        }
        long verdict = outcome.verdicts().getFirst();
        List<Reason> reasons = withIndifferent(outcome);
        return verdict == Verdict.NO
                ? new Decision.NotEntitled(plan.benefit, null, reasons)
                : new Decision.Entitled(plan.benefit, verdict, atLeast(plan, person, outcome), null, reasons);
    }

    private static boolean atLeast(BenefitPlan plan, Case person, Worlds.Outcome outcome) {
        if (outcome.seen().isEmpty()) {
            return plan.atLeast(person);
        }
        return plan.anyAtLeast();
    }

    private static List<Reason> withIndifferent(Worlds.Outcome outcome) {
        if (outcome.seen().isEmpty()) {
            return List.copyOf(outcome.first());
        }
        List<Reason> reasons = new ArrayList<>(outcome.first());
        outcome.seen().forEach(unknown -> reasons.add(indifferent(unknown)));
        return List.copyOf(reasons);
    }

    /** Something is missing, but it changes nothing. */
    static Reason indifferent(Unknown unknown) {
        Reason missing = unknown.reason();
        return new Reason(
                ReasonCode.MAKES_NO_DIFFERENCE,
                List.of(new Arg.Missing(missing)),
                missing.source(),
                missing.kind(),
                missing.fact());
    }

    private static Decision undetermined(BenefitPlan plan, Worlds.Outcome outcome) {
        Benefit benefit = plan.benefit;
        List<Long> possible = outcome.verdicts().stream()
                .filter(v -> v != Verdict.OPEN)
                .map(v -> v == Verdict.NO ? 0L : v)
                .distinct()
                .sorted()
                .toList();
        boolean amounts = possible.stream().anyMatch(v -> v > 0);
        List<Reason> reasons = new ArrayList<>(outcome.open());
        boolean named = false;
        for (Unknown unknown : outcome.mattering()) {
            boolean dated = unknown.equals(plan.standardUnknown());
            reasons.add(dated && amounts ? plan.standardReason(possible) : unknown.reason());
            named |= dated;
        }
        if (amounts && !named && !reasons.isEmpty()) {
            Reason why = reasons.getFirst();
            reasons.add(new Reason(
                    ReasonCode.POSSIBLE_RESULTS,
                    List.of(new Arg.Amounts(possible, benefit.unit())),
                    why.source(),
                    why.kind(),
                    null));
        }
        return new Decision.Undetermined(benefit, amounts ? possible : List.of(), null, List.copyOf(reasons));
    }
}
