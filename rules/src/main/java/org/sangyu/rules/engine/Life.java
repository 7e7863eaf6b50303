package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;

/** Born, and alive in the month or dead in it where a setting pays the month of death. */
enum Life implements Check {
    /** The only one. */
    CHECK;

    private static final Cite CITE = Cite.setting(Rules.DEATH);

    @Override
    public int of(Case person) {
        if (person.person.born().isAfter(person.frame.lastDay)) {
            return Truth.NO;
        }
        return Truth.of(person.died == null
                || person.died.isAfter(person.frame.lastDay)
                || (person.diedInMonth && person.frame.rules.monthOfDeathPaid()));
    }

    @Override
    public void explain(Case person, int result, List<Reason> into) {
        Arg month = new Arg.Month(person.frame.month);
        if (result == Truth.NO && person.died != null) {
            into.add(CITE.reason(
                    ReasonCode.DIED, new FactUsed("died", null, person.died), new Arg.Day(person.died), month));
        } else if (result == Truth.NO) {
            into.add(Cite.setting(Rules.AGE)
                    .reason(ReasonCode.NOT_BORN, PersonChecks.born(person), new Arg.Day(person.person.born()), month));
        } else if (person.diedInMonth && person.died != null) {
            into.add(CITE.reason(
                    ReasonCode.MONTH_OF_DEATH, new FactUsed("died", null, person.died), new Arg.Day(person.died)));
        }
    }
}
