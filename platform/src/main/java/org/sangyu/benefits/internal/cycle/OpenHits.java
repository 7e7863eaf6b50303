package org.sangyu.benefits.internal.cycle;

import org.sangyu.shared.Place;

/** People against whom a list of another department speaks, unanswered. */
@FunctionalInterface
public interface OpenHits {

    /** Suspends whoever of the county is paid all the same; done again it changes nothing. */
    void suspend(Place county);
}
