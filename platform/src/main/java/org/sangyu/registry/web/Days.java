package org.sangyu.registry.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people type them: 2024-01-05, 2024/1/5, 2024.1.5, 20240105, 2024年1月5日. */
public final class Days {

    private static final Pattern PARTS = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final int EARLIEST = 1850;

    private Days() {}

    /** The day, or empty when it is none or lies before 1850. */
    public static Optional<LocalDate> find(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        for (Pattern pattern : new Pattern[] {PARTS, COMPACT}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return of(matcher).filter(day -> day.getYear() >= EARLIEST);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> of(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
