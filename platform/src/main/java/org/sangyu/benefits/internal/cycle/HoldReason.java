package org.sangyu.benefits.internal.cycle;

/** Why a line is not paid this time (暂缓); it comes back by itself next time. */
public enum HoldReason {
    /** Enrolment is suspended (在册暂停). */
    SUSPENDED,
    /** No account is known. */
    NO_ACCOUNT,
    /** The account was not confirmed by a second person. */
    ACCOUNT_UNCONFIRMED,
    /** The bank refused the last attempt and the account has not been confirmed again since. */
    BANK_REFUSED,
    /** Death was learned after the roster was frozen. */
    DIED_SINCE,
    /** The account was changed after the roster was frozen. */
    ACCOUNT_CHANGED,
    /** Enrolment was suspended or ended after the roster was frozen. */
    ENROLMENT_CHANGED,
    /** A reviewer held it, with a reason. */
    MANUAL
}
