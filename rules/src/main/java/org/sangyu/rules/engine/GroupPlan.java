package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.Membership;
import org.sangyu.rules.Reason;
import org.sangyu.rules.packs.Group;

/** Who belongs to one group, made ready: an expression over tags, whoever lives where. */
final class GroupPlan implements Plan {
    private static final long YES = 0;

    private final Group group;
    private final Check members;

    GroupPlan(Frame frame, Group group) {
        this.group = group;
        this.members = new Checks(frame).group(group.id(), Cite.setting(Rules.DOCUMENTS));
    }

    @Override
    public long of(Case person) {
        int truth = Math.min(Life.CHECK.of(person), members.of(person));
        return truth == Truth.UNKNOWN ? Verdict.UNKNOWN : truth == Truth.YES ? YES : Verdict.NO;
    }

    @Override
    public void explain(Case person, long verdict, List<Reason> into) {
        if (verdict == YES) {
            members.explain(person, Truth.YES, into);
        } else if (verdict == Verdict.UNKNOWN) {
            members.explain(person, Truth.UNKNOWN, into);
        } else if (Life.CHECK.of(person) == Truth.NO) {
            Life.CHECK.explain(person, Truth.NO, into);
        } else if (members.of(person) == Truth.NO) {
            members.explain(person, Truth.NO, into);
        }
    }

    Membership decide(Case person) {
        Worlds.Outcome outcome = Worlds.of(this, person);
        if (outcome.isSure()) {
            List<Reason> reasons = new ArrayList<>(outcome.first());
            outcome.seen().forEach(unknown -> reasons.add(Decided.indifferent(unknown)));
            boolean yes = outcome.verdicts().getFirst() == YES;
            return new Membership(group, yes ? Membership.Member.YES : Membership.Member.NO, List.copyOf(reasons));
        }
        List<Reason> reasons = new ArrayList<>(outcome.open());
        outcome.mattering().forEach(unknown -> reasons.add(unknown.reason()));
        return new Membership(group, Membership.Member.UNDETERMINED, List.copyOf(reasons));
    }
}
