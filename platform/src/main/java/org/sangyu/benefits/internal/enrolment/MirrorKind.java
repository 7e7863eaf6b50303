package org.sangyu.benefits.internal.enrolment;

/** How what another office pays differs from what the rule says. */
public enum MirrorKind {
    /** They pay, and by the rule nothing is due (不符合而在领). */
    NOT_ENTITLED,
    /** The rule grants it, and their list does not have the person (符合而未领). */
    NOT_RECEIVED,
    /** Both, with different amounts (金额不同). */
    OTHER_AMOUNT,
    /** They pay, and what is known does not suffice to say whether it is due (待定). */
    UNDETERMINED
}
