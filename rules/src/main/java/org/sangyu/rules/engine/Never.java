package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Reason;

/** Holds for nobody, and says why. */
record Never(Reason reason) implements Check {
    @Override
    public int of(Case person) {
        return Truth.NO;
    }

    @Override
    public void explain(Case person, int result, List<Reason> into) {
        into.add(reason);
    }
}
