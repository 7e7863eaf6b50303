package org.sangyu.benefits.internal.cycle;

/** How far a cycle (发放批次) has come; the order is the order of work. */
public enum CycleState {
    OPEN,
    COMPUTED,
    FROZEN,
    REVIEWED,
    APPROVED,
    AUTHORISED,
    RELEASED,
    RECONCILED,
    CLOSED;

    /** True from the moment files left the house: the people in it can be reached only by the next cycle. */
    public boolean isReleased() {
        return compareTo(RELEASED) >= 0;
    }

    /** True while a roster is frozen and nothing has left the house yet. */
    public boolean isFrozen() {
        return compareTo(FROZEN) >= 0 && compareTo(RELEASED) < 0;
    }
}
