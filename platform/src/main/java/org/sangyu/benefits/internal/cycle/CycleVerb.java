package org.sangyu.benefits.internal.cycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sangyu.shared.Role;

/** What can be done to a cycle, and at which desk. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed after the start
public enum CycleVerb {
    /** 核算: works out what everyone is owed, from what is known at one instant; may be repeated. */
    COMPUTE(Role.COUNTY_CLERK),
    /** 锁定名册: keeps a copy of every line with all it rests on, as the next version. */
    FREEZE(Role.COUNTY_CLERK),
    /** 暂缓: takes a single line out of a frozen roster; it comes back next time. */
    HOLD(Role.COUNTY_REVIEWER),
    /** 解除暂缓: a reviewer takes back a hold before the roster is reviewed. */
    UNHOLD(Role.COUNTY_REVIEWER),
    /** 复核通过. */
    REVIEW(Role.COUNTY_REVIEWER),
    /** 退回: the roster is computed again and becomes the next version. */
    RETURN(Role.COUNTY_REVIEWER, Role.COUNTY_CHIEF, Role.COUNTY_FINANCE),
    /** 审批. */
    APPROVE(Role.COUNTY_CHIEF),
    /** 批准发放: by another person, never one who computed, approved or changed an account in it. */
    AUTHORISE(Role.COUNTY_FINANCE),
    /** 报盘: makes the files for the bank. */
    RELEASE(Role.COUNTY_FINANCE),
    /** 回盘: reads the bank's answer. */
    READ_RETURN(Role.COUNTY_FINANCE, Role.COUNTY_CLERK),
    /** 重发: a next file with those that failed. */
    RETRY(Role.COUNTY_FINANCE),
    /** 对账: every order has an answer. */
    RECONCILE(Role.COUNTY_FINANCE),
    /** 办结: what failed or was held goes to the next cycle. */
    CLOSE(Role.COUNTY_FINANCE, Role.COUNTY_CLERK);

    private final Set<Role> roles;

    CycleVerb(Role first, Role... others) {
        roles = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The desks that may do it. */
    public Set<Role> roles() {
        return roles;
    }
}
