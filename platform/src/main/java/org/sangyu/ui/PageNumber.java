package org.sangyu.ui;

import org.jspecify.annotations.Nullable;

/**
 * The page of a list that an address asks for, counted from 1.
 *
 * <p>Whatever else stands there is no fault: what is no number, nothing or less than 1 is the first page, what is too
 * large is the last, see {@link ListPage}.
 *
 * @param value 1 to a million
 */
public record PageNumber(int value) {

    private static final int MOST = 1_000_000;
    private static final int MOST_DIGITS = 7;

    /** Any number; what lies outside is drawn to the nearest page. */
    public PageNumber {
        value = Math.clamp(value, 1, MOST);
    }

    /** As typed into the address; null where nothing is. */
    public static PageNumber of(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return new PageNumber(1);
        }
        return new PageNumber(digits.length() > MOST_DIGITS ? MOST : Integer.parseInt(digits));
    }
}
