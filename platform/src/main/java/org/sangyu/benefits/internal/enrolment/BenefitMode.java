package org.sangyu.benefits.internal.enrolment;

/** Whether this office pays a benefit or another one does. */
public enum BenefitMode {
    /** Enrolled and paid here (本部门发放). */
    PAID_HERE,
    /** Paid by another office; decided, explained and compared here, never in a cycle (他部门发放，此处比对). */
    MIRRORED
}
