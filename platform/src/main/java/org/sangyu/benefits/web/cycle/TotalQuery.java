package org.sangyu.benefits.web.cycle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Totals;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/** Which payments are counted, and how they are put together, as an address carries it; nonsense narrows nothing. */
record TotalQuery(Totals.Filter filter, Totals.Per per) {

    static TotalQuery of(Map<String, String> query, Collection<String> benefits, Scope scope) {
        String benefit = query.getOrDefault("benefit", "");
        return new TotalQuery(
                new Totals.Filter(
                        named(Totals.By.values(), query.get("by"), Totals.By.ACCRUAL),
                        benefits.contains(benefit) ? benefit : null,
                        place(query.get("place"), scope),
                        CycleListPages.month(query.getOrDefault("from", "")),
                        CycleListPages.month(query.getOrDefault("to", ""))),
                named(Totals.Per.values(), query.get("per"), Totals.Per.BENEFIT));
    }

    private static @Nullable Place place(@Nullable String path, Scope scope) {
        try {
            Place wanted = path == null || path.isBlank() ? null : new Place(path);
            return wanted != null && scope.contains(wanted) ? wanted : null;
        } catch (IllegalArgumentException notAPlace) {
            return null;
        }
    }

    private static <E extends Enum<E>> E named(E[] values, @Nullable String name, E other) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(other);
    }

    /** The payments behind one row of the table: exactly those that its figures count. */
    String payments(String key) {
        Totals.Filter narrowed =
                switch (key.isEmpty() ? null : per) {
                    case null -> filter;
                    case BENEFIT -> new Totals.Filter(filter.by(), key, filter.place(), filter.from(), filter.to());
                    case TOWNSHIP ->
                        new Totals.Filter(filter.by(), filter.benefit(), new Place(key), filter.from(), filter.to());
                    case MONTH -> months(YearMonth.parse(key), YearMonth.parse(key));
                    case YEAR -> months(YearMonth.parse(key + "-01"), YearMonth.parse(key + "-12"));
                };
        return address("/cycles/payments", narrowed);
    }

    private Totals.Filter months(YearMonth first, YearMonth last) {
        YearMonth from = filter.from() == null || filter.from().isBefore(first) ? first : filter.from();
        YearMonth to = filter.to() == null || filter.to().isAfter(last) ? last : filter.to();
        return new Totals.Filter(filter.by(), filter.benefit(), filter.place(), from, to);
    }

    /** Its parts, for hidden fields and for a job. */
    static Map<String, String> parts(Totals.Filter filter) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("by", filter.by().name());
        put(parts, "benefit", filter.benefit());
        put(parts, "place", filter.place());
        put(parts, "from", filter.from());
        put(parts, "to", filter.to());
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    static String address(String path, Totals.Filter filter) {
        return path
                + parts(filter).entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
