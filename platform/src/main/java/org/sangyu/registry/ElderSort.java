package org.sangyu.registry;

/** By which column a list of elders is sorted; ties by name or id, so that paging by key never skips anybody. */
public enum ElderSort {
    /** Village by village, then by name. */
    PLACE,
    /** The same, from the last. */
    PLACE_DOWN,
    /** Oldest first. */
    OLDEST,
    /** Youngest first. */
    YOUNGEST,
    /** By pinyin of the name. */
    NAME,
    /** The same, from the last. */
    NAME_DOWN
}
