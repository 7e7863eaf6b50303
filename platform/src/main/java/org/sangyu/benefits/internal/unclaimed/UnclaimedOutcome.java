package org.sangyu.benefits.internal.unclaimed;

/** What came of asking a person who is entitled and receives nothing. */
public enum UnclaimedOutcome {
    /** Will apply; where this office pays, the application is begun (将申请). */
    WILL_APPLY,
    /** Does not want it; stands until it is taken back (本人放弃). */
    DECLINED,
    /** Not found or moved away (未找到、已搬走). */
    NOT_FOUND,
    /** A fact that the decision rests on is wrong (信息有误). */
    FACT_WRONG;

    /** True when a reason must be given. */
    public boolean needsReason() {
        return this == DECLINED || this == NOT_FOUND;
    }
}
