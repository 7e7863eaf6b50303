package org.sangyu.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Money;
import org.sangyu.shared.Time;

/** How days, numbers and protected values look on screen; the same in both languages. */
public final class Formats {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int GROUP = 3;
    private static final int TEN = 10;
    private static final int FEN_PER_YUAN = 100;
    private static final int FEN_PER_WAN = 1_000_000;
    private static final int DAYS_SHOWN_AS_DAYS = 60;
    private static final int MONTHS_SHOWN_AS_MONTHS = 24;

    private Formats() {}

    /** {@code 2026-11-22}; nothing for null. */
    public static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** {@code 2026-11}; nothing for null. */
    public static String month(@Nullable YearMonth month) {
        return month == null ? "" : month.toString();
    }

    /** Date and minute in China's time, {@code 2026-11-22 09:30}; nothing for null. */
    public static String instant(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(Time.ZONE));
    }

    /**
     * The last day shown to people as 截止日（含）.
     *
     * @param to first day no longer, as code and tables keep it; null is open and shows nothing
     */
    public static String lastDay(@Nullable LocalDate to) {
        return to == null ? "" : date(to.minusDays(1));
    }

    /** From the last day a person typed (截止日（含）) to the first day no longer. */
    public static @Nullable LocalDate firstDayAfter(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : lastDay.plusDays(1);
    }

    /**
     * How far a day lies from today, in words, to stand beside the date itself: 今天, 3 天前, 5 天后, 2 个月前, 3 年前.
     *
     * <p>Days up to 60, then whole months below 24, then whole years.
     */
    public static String relative(LocalDate day, LocalDate today, Words words) {
        long days = Math.abs(ChronoUnit.DAYS.between(today, day));
        if (days == 0) {
            return words.say("ui.today");
        }
        String side = day.isBefore(today) ? "ago" : "ahead";
        if (days <= DAYS_SHOWN_AS_DAYS) {
            return words.say("ui.days." + side, days);
        }
        long months = Math.abs(ChronoUnit.MONTHS.between(today, day));
        return months < MONTHS_SHOWN_AS_MONTHS
                ? words.say("ui.months." + side, months)
                : words.say("ui.years." + side, Math.abs(ChronoUnit.YEARS.between(today, day)));
    }

    /** A length of time: {@code 10 年}, {@code 1 年 6 个月}. */
    public static String period(Period period, Words words) {
        List<String> parts = new ArrayList<>();
        add(parts, "ui.period.years", period.getYears(), words);
        add(parts, "ui.period.months", period.getMonths(), words);
        add(parts, "ui.period.days", period.getDays(), words);
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String key, int number, Words words) {
        if (number == 1) {
            parts.add(words.say(key + ".one"));
        } else if (number > 1) {
            parts.add(words.say(key, number));
        }
    }

    /** Thousands separated: {@code 12,345}. */
    public static String count(long number) {
        String digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        if (digits.length() - first <= GROUP) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** A count that stops at a thousand: {@code 999}, then {@code 1,000+}. */
    public static String countUpToThousand(long number) {
        return number > 1_000 ? "1,000+" : count(number);
    }

    /** Yuan with two decimals, thousands separated, without unit: {@code 1,234.50}; the unit stands in the head. */
    public static String yuan(Money money) {
        long yuan = Math.abs(money.fen() / FEN_PER_YUAN);
        long fen = Math.abs(money.fen() % FEN_PER_YUAN);
        return (money.fen() < 0 ? "-" : "") + count(yuan) + (fen < TEN ? ".0" : ".") + fen;
    }

    /** Ten thousands of yuan (万元) with two decimals, half-up, for plans only. */
    public static String tenThousandYuan(Money money) {
        java.math.BigDecimal wan = java.math.BigDecimal.valueOf(money.fen())
                .divide(java.math.BigDecimal.valueOf(FEN_PER_WAN), 2, java.math.RoundingMode.HALF_UP);
        return pattern("#,##0.00").format(wan);
    }

    /** Whole yuan without decimals when there are no fen, else two decimals: {@code 50}, {@code 50.50}; for elders. */
    public static String yuanShort(Money money) {
        return money.fen() % FEN_PER_YUAN == 0 ? count(money.fen() / FEN_PER_YUAN) : yuan(money);
    }

    /** File size: {@code 812 B}, {@code 1.2 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? pattern("#,##0").format(bytes / 1_000.0) + " kB"
                : pattern("#,##0.0").format(bytes / 1_000_000.0) + " MB";
    }

    /** ID number with its first six and last four characters: {@code 320102********1234}. */
    public static String maskedIdNumber(String clear) {
        return masked(clear, 6, 4);
    }

    /** Telephone number with its first three and last four digits: {@code 138****5678}. */
    public static String maskedPhone(String clear) {
        return masked(clear, 3, 4);
    }

    /** Account with its last four digits: {@code ************1234}. */
    public static String maskedAccount(String clear) {
        return masked(clear, 0, 4);
    }

    /** Keeps head and tail; a text too short to hide at least half of it is hidden whole. */
    private static String masked(String clear, int head, int tail) {
        int hidden = clear.length() - head - tail;
        if (hidden < (head + tail + 1) / 2) {
            return "*".repeat(clear.length());
        }
        return clear.substring(0, head) + "*".repeat(hidden) + clear.substring(clear.length() - tail);
    }

    private static DecimalFormat pattern(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
