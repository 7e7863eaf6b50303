package org.sangyu.access.seal;

/**
 * Something an export does not stand up to.
 *
 * @param number of the line or seal, 0 when none can be named
 * @param where row of the file, counted from 1
 */
public record Finding(What what, long number, long where) {

    /** What is wrong. */
    public enum What {
        /** A line is not what was sealed. */
        CHANGED_LINE,
        /** A line that was sealed is not there; the number is the line's, or of its seal when not even its leaf is. */
        MISSING_LINE,
        /** A line has no seal yet. */
        UNSEALED_LINE,
        /** The leaves of a seal are not those it was made over. */
        CHANGED_SEAL,
        /** A seal is not chained to the one before. */
        BROKEN_CHAIN,
        /** A seal between two others, or at the beginning, is not there. */
        MISSING_SEAL,
        /** The export ends before its end, or its end names another seal than the last one. */
        CUT_OFF,
        /** The newest seal is not the one printed elsewhere. */
        OTHER_ROOT,
        /** A row that cannot be read, or does not belong there. */
        UNREADABLE
    }
}
