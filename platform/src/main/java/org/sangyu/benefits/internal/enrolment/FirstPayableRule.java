package org.sangyu.benefits.internal.enrolment;

/**
 * Which month is paid first; fixed at approval, never before the limit of months back, never a month that was paid
 * before. Worked out for many at once where approval is written.
 */
public enum FirstPayableRule {
    /** The month in which the condition was reached (自符合条件之月). */
    FROM_REACHED,
    /** The month of the application or proposal (自申请之月). */
    FROM_APPLICATION,
    /** The month of the county's approval (自审批之月). */
    FROM_APPROVAL,
    /** Given person by person before approval (逐人指定). */
    GIVEN
}
