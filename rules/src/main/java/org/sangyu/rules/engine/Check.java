package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Reason;

/** A condition made ready: says yes, no or unknown, and why. */
interface Check {

    /** One of {@link Truth}; asks the case for variables where something is missing. */
    int of(Case person);

    /**
     * Tells whether a check that says no says no in every earlier month too, so that nobody need look: a person too
     * young now was too young before. Saying false costs time, saying true wrongly costs truth.
     */
    default boolean failsEarlierToo(Case person) {
        return false;
    }

    /**
     * Adds the reasons for a result of yes or no that {@link #of} has just given.
     *
     * @param result yes or no; parts that say otherwise or nothing stay silent
     */
    void explain(Case person, int result, List<Reason> into);
}
