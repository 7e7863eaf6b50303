package org.sangyu.rules.packs;

import java.util.List;

/**
 * Something in the documents that a reader must know before trusting a value: they disagree, leave something open, are
 * misprinted, or do not give what is needed. Never mended silently.
 *
 * @param says where it stands, every place
 * @param found what stands there, in words of the pack
 * @param handling how it is treated here
 * @param about keys of the values and targets, ids of the benefits and groups that it touches; may be empty
 */
public record Finding(
        Pack pack,
        String id,
        Kind kind,
        List<Source> says,
        Text found,
        Text handling,
        List<String> about,
        Position at) {

    /** What is the matter. */
    public enum Kind {
        /** Two places say different things about the same. */
        CONTRADICTION,
        /** It can be read in more than one way. */
        UNCLEAR,
        /** An error of printing or counting. */
        MISPRINT,
        /** Needed, and no document gives it. */
        NOT_GIVEN
    }

    /** Copies the lists. */
    public Finding {
        says = List.copyOf(says);
        about = List.copyOf(about);
    }
}
