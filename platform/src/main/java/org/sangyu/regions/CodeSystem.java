package org.sangyu.regions;

/** Whose official codes: several stand side by side for one place. */
public enum CodeSystem {
    /** Statistical codes of 2023 (统计用区划代码): 2, 4, 6, 9 or 12 digits by level. */
    STAT_2023,
    /** Civil-affairs codes (民政). */
    CIVIL_AFFAIRS,
    /** Public-security codes (公安), for example the first six digits of an ID number. */
    PUBLIC_SECURITY
}
