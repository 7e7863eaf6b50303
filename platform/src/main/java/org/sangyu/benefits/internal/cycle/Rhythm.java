package org.sangyu.benefits.internal.cycle;

/** How often a benefit is owed. */
public enum Rhythm {
    MONTH,
    YEAR,
    ONCE
}
