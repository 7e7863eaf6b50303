package org.sangyu.rules.engine;

/** What a plan says: an amount of 0 or more, or one of these. */
final class Verdict {
    /** Surely not entitled. */
    static final long NO = -1;
    /** Depends on a variable that was asked for. */
    static final long UNKNOWN = -2;
    /** Undetermined whatever the variables: announced, no amount, earlier days unknown. */
    static final long OPEN = -3;

    private Verdict() {}
}
