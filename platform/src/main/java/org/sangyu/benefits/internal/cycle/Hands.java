package org.sangyu.benefits.internal.cycle;

import java.util.Optional;
import java.util.Set;

/**
 * Through whose hands one version of a cycle went, by sign-in name; the two-person rules compare these.
 *
 * @param computed who computed or froze it, in any version
 * @param reviewed who reviewed it
 * @param approved who approved it
 * @param accounts who proposed or confirmed an account that its lines are paid to
 */
public record Hands(Set<String> computed, Set<String> reviewed, Set<String> approved, Set<String> accounts) {

    /** Copies the sets. */
    public Hands {
        computed = Set.copyOf(computed);
        reviewed = Set.copyOf(reviewed);
        approved = Set.copyOf(approved);
        accounts = Set.copyOf(accounts);
    }

    /** Whether a person may do it, whatever their desk: the same hands never do two of the deeds. */
    public Optional<Refusal> forbids(CycleVerb verb, String account) {
        return switch (verb) {
            case REVIEW -> computed.contains(account) ? same("cycles.cycle.hands.computed") : Refusal.none();
            case APPROVE ->
                computed.contains(account)
                        ? same("cycles.cycle.hands.computed")
                        : reviewed.contains(account) ? same("cycles.cycle.hands.reviewed") : Refusal.none();
            case AUTHORISE, RELEASE, RETRY -> forbidsPaying(account);
            case COMPUTE, FREEZE, HOLD, UNHOLD, RETURN, READ_RETURN, RECONCILE, CLOSE -> Refusal.none();
        };
    }

    private Optional<Refusal> forbidsPaying(String account) {
        if (computed.contains(account)) {
            return same("cycles.cycle.hands.computed");
        }
        if (approved.contains(account)) {
            return same("cycles.cycle.hands.approved");
        }
        return accounts.contains(account) ? same("cycles.cycle.hands.accounts") : Refusal.none();
    }

    private static Optional<Refusal> same(String wordKey) {
        return Refusal.of(wordKey);
    }
}
