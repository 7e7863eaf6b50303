package org.sangyu.benefits.internal.enrolment;

/** How far a thing that is given once has come. */
public enum DeliveryState {
    /** The person has reached it and does not have it yet (待送达). */
    WAITING,
    /** Handed over, with who, when and evidence (已送达). */
    DELIVERED,
    /** No longer due before it was handed over, for example after death (不再送达). */
    DROPPED
}
