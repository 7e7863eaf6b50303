package org.sangyu.regions.internal;

/** How official codes are written. */
final class Codes {

    private static final int[] LENGTHS = {2, 4, 6, 9, 12};

    private Codes() {}

    /** Without the zeros that pad a code of a higher level to 6 or 12 digits: 甲县 is 6 digits, not 12. */
    static String trimmed(String code) {
        String rest = code.strip();
        for (int level = LENGTHS.length - 1; level > 0; level--) {
            int above = LENGTHS[level - 1];
            if (rest.length() == LENGTHS[level] && rest.substring(above).chars().allMatch(digit -> digit == '0')) {
                rest = rest.substring(0, above);
            }
        }
        return rest;
    }
}
