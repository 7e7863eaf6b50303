package org.sangyu.rules.packs;

/** Whether a region has a benefit. */
public enum Status {
    /** It has it. */
    IN_FORCE,
    /** A document speaks of trying it or building it up; neither start nor amount is known. */
    ANNOUNCED,
    /** Only a draft has it. */
    DRAFT,
    /** It exists, by a document that is not in hand. */
    EXISTS_ELSEWHERE
}
