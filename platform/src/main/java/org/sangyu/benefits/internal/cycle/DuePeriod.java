package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * The period a due is for: {@code 2021-05}, {@code 2021} or {@code ONCE}.
 *
 * @param text as tables carry it
 */
public record DuePeriod(String text) implements Comparable<DuePeriod> {

    // Before ONCE: its constructor reads the shape.
    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?|ONCE");

    /** The only period of a benefit that is paid once in a life. */
    public static final DuePeriod ONCE = new DuePeriod("ONCE");

    private static final int YEAR_LENGTH = 4;
    private static final LocalDate ONCE_PARTITION = LocalDate.parse("1900-01-01");

    /** @throws IllegalArgumentException when the text is none of the three forms */
    public DuePeriod {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a period: " + text);
        }
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
        return LocalDate.parse(text.length() == YEAR_LENGTH ? text + "-01-01" : text + "-01");
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
