package org.sangyu.rules.packs;

/** What happens when one person has two members of a conflict group. */
public enum ConflictRule {
    /** Only one: the one received, else the first in the pack's order. */
    EXCLUDE,
    /** Only the higher by the year; equal: the one received, else the first in the pack's order. */
    CHOOSE_HIGHER,
    /** The first members' amounts are taken off the later ones, down to nothing. */
    DEDUCT_FIRST
}
