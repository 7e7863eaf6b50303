package org.sangyu.rules;

import java.util.List;

/**
 * An official code of a place: 2, 4, 6, 9 or 12 digits, from the province to the village.
 *
 * <p>Trailing segments of zeros, with which official lists pad a shorter code, are dropped: the six digits of a city
 * ending in 00 and its four digits are the same place.
 */
public record RegionCode(String digits) {

    private static final List<Integer> LENGTHS = List.of(2, 4, 6, 9, 12);

    /** Outside every place with a code that is known: no official list gives a province this number. */
    public static final RegionCode ELSEWHERE = new RegionCode("00");

    /** Takes an already shortened code; use {@link #of} for what somebody typed. */
    public RegionCode {
        if (!isCode(digits)) {
            throw new IllegalArgumentException("A region code has 2, 4, 6, 9 or 12 digits, not '" + digits + "'");
        }
    }

    /**
     * Reads a code and drops its padding.
     *
     * @throws IllegalArgumentException when it is not 2, 4, 6, 9 or 12 digits
     */
    public static RegionCode of(String text) {
        RegionCode code = new RegionCode(text);
        String digits = code.digits;
        for (int i = LENGTHS.size() - 2; i >= 0; i--) {
            int shorter = LENGTHS.get(i);
            if (digits.length() > shorter && digits.substring(shorter).chars().allMatch(c -> c == '0')) {
                digits = digits.substring(0, shorter);
            }
        }
        return new RegionCode(digits);
    }

    /** Tells whether a text could be a code at all: its length and that it has only digits. */
    public static boolean isCode(String text) {
        return LENGTHS.contains(text.length()) && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Tells whether this place is the other or lies inside it. */
    public boolean isWithin(RegionCode outer) {
        return digits.startsWith(outer.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
