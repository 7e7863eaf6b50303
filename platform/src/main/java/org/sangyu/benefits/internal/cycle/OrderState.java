package org.sangyu.benefits.internal.cycle;

/** What became of one attempt to pay. */
public enum OrderState {
    PENDING,
    SENT,
    PAID,
    FAILED,
    /** Neither retried nor forgotten until a return file or a person with evidence says what became of it. */
    UNKNOWN
}
