package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Reason;

/** A decision with one more remark at its end. */
final class Marked {

    private Marked() {}

    static Decision with(Reason remark, Decision decision) {
        List<Reason> reasons = new ArrayList<>(decision.reasons());
        reasons.add(remark);
        return switch (decision) {
            case Decision.Entitled d ->
                new Decision.Entitled(d.benefit(), d.amount(), d.atLeast(), d.before(), List.copyOf(reasons));
            case Decision.NotEntitled d -> new Decision.NotEntitled(d.benefit(), d.before(), List.copyOf(reasons));
            case Decision.Undetermined d ->
                new Decision.Undetermined(d.benefit(), d.possible(), d.before(), List.copyOf(reasons));
        };
    }
}
