package org.sangyu.rules.packs;

/** What an upper layer's value means for the layers below it. */
public enum Strength {
    /** Below it must be the same. */
    EXACT,
    /** Below it may be more, never less; for a list: nothing may be taken away. */
    FLOOR,
    /** Below it may be less, never more. */
    CEILING,
    /** Below it may be anything. */
    FREE
}
