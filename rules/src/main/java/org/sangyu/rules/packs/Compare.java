package org.sangyu.rules.packs;

/** How a figure of a document is to be compared with what is counted. */
public enum Compare {
    /** 不低于、达到、以上. */
    AT_LEAST,
    /** 超过、余. */
    MORE_THAN,
    /** 不超过. */
    AT_MOST,
    /** The figure itself. */
    EXACTLY,
    /** 约、左右、近. */
    ABOUT,
    /** From one figure to another, both included. */
    BETWEEN
}
