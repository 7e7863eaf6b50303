package org.sangyu.registry.internal.intake.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.registry.internal.intake.sheet.SheetCell;

/**
 * Reads days and months in every form that clerks type them.
 *
 * @param from1904 true when Excel day numbers of this file count from 1904
 */
public record DayReader(boolean from1904) {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73_050);
    private static final int EIGHT = 8;
    private static final int SIX = 6;
    private static final int FOUR = 4;

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.、,年\\\\]\\s*(\\d{1,2})\\s*[-/.、,月\\\\]\\s*(\\d{1,2})\\s*[日号]?"
                    + "(?:[ T]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})\\s*[-/.、,年\\\\]\\s*(\\d{1,2})\\s*月?");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{2}\\s*[-/.、,年]\\s*\\d{1,2}\\s*[-/.、,月]\\s*\\d{1,2}\\s*[日号]?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年?");

    /** Reads a day; a month or a year alone is refused and says so. */
    public Reading<LocalDate> day(SheetCell cell) {
        if (cell.isBlank()) {
            return Reading.blank();
        }
        if (cell.kind() == SheetCell.Kind.ERROR) {
            return Reading.wrong("cellError");
        }
        String text = trim(cell);
        if (cell.kind() == SheetCell.Kind.NUMBER && isSerial(text)) {
            return Reading.value(ofSerial(text));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return of(text, number(day, 1), number(day, 2), number(day, 3));
        }
        if (text.matches("\\d{8}")) {
            return of(
                    text,
                    Integer.parseInt(text, 0, FOUR, 10),
                    Integer.parseInt(text, FOUR, SIX, 10),
                    Integer.parseInt(text, SIX, EIGHT, 10));
        }
        if (isMonth(text)) {
            return Reading.wrong("dayMonthOnly", text);
        }
        if (YEAR.matcher(text).matches()) {
            return Reading.wrong("dayYearOnly", text);
        }
        return Reading.wrong(SHORT_YEAR.matcher(text).matches() ? "dayShortYear" : "dayShape", text);
    }

    /** Reads a month; a whole day stands for its month. */
    public Reading<YearMonth> month(SheetCell cell) {
        if (cell.isBlank()) {
            return Reading.blank();
        }
        String text = trim(cell);
        if (isMonth(text)) {
            Matcher month = MONTH.matcher(text);
            int year = month.matches() ? number(month, 1) : Integer.parseInt(text, 0, FOUR, 10);
            int of = month.matches() ? number(month, 2) : Integer.parseInt(text, FOUR, SIX, 10);
            return of >= 1 && of <= 12 ? Reading.value(YearMonth.of(year, of)) : Reading.wrong("monthShape", text);
        }
        return switch (day(cell)) {
            case Reading.Value<LocalDate>(LocalDate day) -> Reading.value(YearMonth.from(day));
            case Reading.Wrong<LocalDate> wrong -> Reading.wrong("monthShape", text);
            case Reading.Blank<LocalDate> none -> Reading.blank();
        };
    }

    private static String trim(SheetCell cell) {
        String text = Typed.text(cell);
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private static boolean isMonth(String text) {
        return MONTH.matcher(text).matches() || text.matches("(19|20)\\d{2}(0[1-9]|1[0-2])");
    }

    private static boolean isSerial(String plain) {
        BigDecimal number = new BigDecimal(plain);
        boolean year = plain.matches("(18|19|20)\\d{2}");
        return !year && number.signum() > 0 && number.compareTo(LAST_SERIAL) <= 0;
    }

    private LocalDate ofSerial(String plain) {
        return (from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(new BigDecimal(plain).longValue());
    }

    private static Reading<LocalDate> of(String text, int year, int month, int day) {
        try {
            return Reading.value(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Reading.wrong("dayNotThere", text);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
