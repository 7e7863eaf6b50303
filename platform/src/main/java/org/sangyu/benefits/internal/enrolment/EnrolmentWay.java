package org.sangyu.benefits.internal.enrolment;

/** How a person came into the register. */
public enum EnrolmentWay {
    /** The elder, a relative or a clerk applied (申请). */
    APPLICATION,
    /** The monthly decisions found the person (免申即享). */
    PROPOSED,
    /** Taken over from the county's former books (历史在发). */
    OPENED,
    /** Moved here from another county of this installation (县际转入). */
    MOVED
}
