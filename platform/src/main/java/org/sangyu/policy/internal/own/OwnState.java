package org.sangyu.policy.internal.own;

/** How far an entered value is; nothing is ever deleted. */
public enum OwnState {
    /** One person proposed it; nothing rests on it yet. */
    PROPOSED,
    /** A second person put it in force. */
    IN_FORCE,
    /** A second person refused it, with a reason. */
    REFUSED,
    /** Whoever proposed it took it back, with a reason. */
    WITHDRAWN,
    /** It was in force and is no more: two persons ended it, or a newer one for the same day replaced it. */
    ENDED
}
