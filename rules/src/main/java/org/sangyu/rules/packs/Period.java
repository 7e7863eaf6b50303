package org.sangyu.rules.packs;

/** How often a benefit is due. */
public enum Period {
    MONTH,
    YEAR,
    ONCE
}
