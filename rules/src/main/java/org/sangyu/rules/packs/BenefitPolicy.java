package org.sangyu.rules.packs;

import java.util.List;

/**
 * All that the layers of one region say about one benefit, nearest layer first: what a policy browser shows.
 *
 * @param status whether the region has it
 * @param who for whom it is
 * @param amount how much, over time; empty when no layer has a value (then one may be entered for the installation)
 */
public record BenefitPolicy(
        Benefit benefit,
        List<Parameter<Status>> status,
        List<Parameter<Condition>> who,
        List<Parameter<Standard>> amount,
        List<Parameter<Conflict>> conflicts) {
    /** Copies the lists. */
    public BenefitPolicy {
        status = List.copyOf(status);
        who = List.copyOf(who);
        amount = List.copyOf(amount);
        conflicts = List.copyOf(conflicts);
    }
}
