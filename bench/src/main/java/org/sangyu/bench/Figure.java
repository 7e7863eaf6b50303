package org.sangyu.bench;

import java.util.Locale;

/**
 * One measured figure beside the floor it is held against.
 *
 * @param name what was measured, in one line
 * @param value the median of three runs
 * @param unit unit of the value
 * @param against what the floor is, with its own value
 * @param ratio value divided by floor
 * @param limit the largest ratio that still holds
 */
public record Figure(String name, double value, String unit, String against, double ratio, double limit) {

    /** True when the ratio is at most the limit; a ratio that is no number does not hold. */
    public boolean holds() {
        return ratio <= limit;
    }

    /** One JSON object. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"against\":\"%s\",\"ratio\":%.3f,\"limit\":%.1f,\"holds\":%b}",
                escaped(name),
                value,
                escaped(unit),
                escaped(against),
                ratio,
                limit,
                holds());
    }

    /** One line for people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-5s %6.2f x (limit %4.1f)  %-58s %12.3f %-5s against %s",
                holds() ? "ok" : "OVER",
                ratio,
                limit,
                name,
                value,
                unit,
                against);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
