package org.sangyu.rules.packs;

/** What a benefit gives. */
public enum Kind {
    CASH,
    SERVICE,
    THING
}
