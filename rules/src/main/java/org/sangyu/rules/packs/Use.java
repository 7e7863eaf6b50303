package org.sangyu.rules.packs;

/** What a value is for; only one that DECIDES must be read by a rule. */
public enum Use {
    DECIDES,
    COMPARES,
    TARGET,
    LABEL,
    REFERENCE
}
