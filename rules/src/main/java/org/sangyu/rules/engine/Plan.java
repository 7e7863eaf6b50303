package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Reason;

/** Something that can be decided for one person in one month, over all values of what is missing. */
interface Plan {

    /** An amount, or one of {@link Verdict}; a group says 0 for yes. */
    long of(Case person);

    /** Adds why, for a verdict that {@link #of} has just given. */
    void explain(Case person, long verdict, List<Reason> into);
}
