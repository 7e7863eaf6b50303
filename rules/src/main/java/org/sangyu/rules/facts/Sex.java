package org.sangyu.rules.facts;

/** Sex as registered; absent (null) where it is not known. */
public enum Sex {
    F,
    M
}
