package org.sangyu.benefits.internal.unclaimed;

/** Why somebody stands on the list. */
public enum UnclaimedKind {
    /** Entitled, and neither receiving nor on the way to it (应享未享). */
    UNCLAIMED,
    /** Not enrolled, and something is missing without which nobody can say (缺信息). */
    MISSING
}
