package org.sangyu.benefits.internal.unclaimed;

/** How far the village is with one row. */
public enum UnclaimedState {
    /** Nobody has asked yet. */
    WAITING,
    /** Enrolment began since the comparison. */
    UNDER_WAY,
    /** See {@link UnclaimedOutcome#WILL_APPLY}. */
    WILL_APPLY,
    /** See {@link UnclaimedOutcome#DECLINED}. */
    DECLINED,
    /** See {@link UnclaimedOutcome#NOT_FOUND}. */
    NOT_FOUND,
    /** See {@link UnclaimedOutcome#FACT_WRONG}. */
    FACT_WRONG
}
