package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The period a due is for: {@code 2021-05}, {@code 2021} or {@code ONCE}.
 *
 * @param text as tables carry it
 */
public record DuePeriod(String text) implements Comparable<DuePeriod> {

    /** The only period of a benefit that is paid once in a life. */
    public static final DuePeriod ONCE = new DuePeriod("ONCE");

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final int DECEMBER = 12;
    private static final LocalDate ONCE_PARTITION = LocalDate.parse("1900-01-01");

    /** @throws IllegalArgumentException when the text is none of the three forms */
    public DuePeriod {
        if (!isPeriod(text)) {
            throw new IllegalArgumentException("not a period: " + text);
        }
    }

    /** Spelled out, because every due and line that is read passes here. */
    private static boolean isPeriod(String text) {
        if (text.length() == YEAR_LENGTH) {
            return isNumber(text, 0) || text.equals("ONCE");
        }
        return text.length() == MONTH_LENGTH
                && isNumber(text.substring(0, YEAR_LENGTH), 0)
                && text.charAt(YEAR_LENGTH) == '-'
                && isNumber(text, YEAR_LENGTH + 1)
                && month(text) >= 1
                && month(text) <= DECEMBER;
    }

    private static boolean isNumber(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int month(String text) {
        return Integer.parseInt(text, YEAR_LENGTH + 1, MONTH_LENGTH, 10);
    }

    /** A month. */
    public static DuePeriod of(YearMonth month) {
        return new DuePeriod(month.toString());
    }

    /** The year of a month. */
    public static DuePeriod yearOf(YearMonth month) {
        return new DuePeriod(month.toString().substring(0, YEAR_LENGTH));
    }

    /** First day of the month whose partition holds it; the once-only have one of their own. */
    public LocalDate partition() {
        if (equals(ONCE)) {
            return ONCE_PARTITION;
        }
        int year = Integer.parseInt(text, 0, YEAR_LENGTH, 10);
        return LocalDate.of(year, text.length() == YEAR_LENGTH ? 1 : month(text), 1);
    }

    @Override
    public int compareTo(DuePeriod other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
