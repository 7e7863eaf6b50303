package org.sangyu.shared;

import java.util.Map;

/** How far an elder is with each benefit's paper work; implemented by {@code benefits} for the elder's own page. */
public interface Receiving {

    /** Benefit id to state; a benefit that nobody asked for is left out. */
    Map<String, State> of(ElderId elder, Scope scope);

    /** What the elder has to do next depends on this. */
    enum State {
        /** Asked for, not yet decided. */
        ASKED,
        /** In payment. */
        PAID,
        /** Held back: a question is open. */
        HELD,
        /** Was paid and is paid no longer. */
        STOPPED
    }
}
