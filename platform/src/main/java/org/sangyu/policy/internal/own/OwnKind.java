package org.sangyu.policy.internal.own;

/** What an operator may enter. */
public enum OwnKind {
    /** How much a benefit gives, and where needed for whom. */
    AMOUNT,
    /** What holds when benefits meet; the documents leave it open. */
    CONFLICT,
    /** A procedural value that no document gives. */
    SETTING
}
