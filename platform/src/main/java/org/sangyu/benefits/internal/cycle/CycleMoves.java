package org.sangyu.benefits.internal.cycle;

import static org.sangyu.benefits.internal.cycle.CycleState.APPROVED;
import static org.sangyu.benefits.internal.cycle.CycleState.AUTHORISED;
import static org.sangyu.benefits.internal.cycle.CycleState.CLOSED;
import static org.sangyu.benefits.internal.cycle.CycleState.COMPUTED;
import static org.sangyu.benefits.internal.cycle.CycleState.FROZEN;
import static org.sangyu.benefits.internal.cycle.CycleState.OPEN;
import static org.sangyu.benefits.internal.cycle.CycleState.RECONCILED;
import static org.sangyu.benefits.internal.cycle.CycleState.RELEASED;
import static org.sangyu.benefits.internal.cycle.CycleState.REVIEWED;

import java.util.Optional;

/** The one transition table of the cycle; {@code docs/generated/cycle.md} is made from it by its test. */
public final class CycleMoves {

    private CycleMoves() {}

    /** Where a verb leads from a state; empty when it cannot be done there. */
    public static Optional<CycleState> target(CycleState from, CycleVerb verb) {
        return Optional.ofNullable(
                switch (verb) {
                    case COMPUTE -> from == OPEN || from == COMPUTED ? COMPUTED : null;
                    case FREEZE -> from == COMPUTED ? FROZEN : null;
                    case HOLD -> from == FROZEN || from == REVIEWED || from == APPROVED ? from : null;
                    case UNHOLD -> from == FROZEN ? from : null;
                    case REVIEW -> from == FROZEN ? REVIEWED : null;
                    case RETURN -> from.isFrozen() ? OPEN : null;
                    case APPROVE -> from == REVIEWED ? APPROVED : null;
                    case AUTHORISE -> from == APPROVED ? AUTHORISED : null;
                    case RELEASE -> from == AUTHORISED ? RELEASED : null;
                    case READ_RETURN -> from == RELEASED ? RELEASED : null;
                    case RETRY -> from == RELEASED || from == RECONCILED ? RELEASED : null;
                    case RECONCILE -> from == RELEASED ? RECONCILED : null;
                    case CLOSE -> from == RECONCILED ? CLOSED : null;
                });
    }
}
