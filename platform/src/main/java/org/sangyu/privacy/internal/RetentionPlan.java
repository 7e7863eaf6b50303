package org.sangyu.privacy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.launch.BadSetting;
import org.sangyu.shared.AgeingRecords;
import org.sangyu.shared.Departed;
import org.sangyu.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Every kind of record with the rule that ends it. A kind without a rule is kept: no law known to us names a time for it,
 * and this program makes none up. A rule that names no kind, or is shorter than a law allows, stops the start.
 */
@Component
@EnableConfigurationProperties(RetentionRules.class)
public class RetentionPlan {

    private static final Map<String, Departed.How> PEOPLE =
            Map.of("elder-died", Departed.How.DIED, "elder-moved", Departed.How.MOVED_OUT);

    private static final int MONTHS = 12;

    private final List<Kind> kinds = new ArrayList<>();

    RetentionPlan(RetentionRules rules, ObjectProvider<AgeingRecords> records, Purposes purposes) {
        Map<String, Period> periods = new HashMap<>();
        rules.written().forEach((kind, text) -> periods.put(kind, period(kind, text)));
        PEOPLE.forEach((id, how) -> kinds.add(new Kind(id, periods.get(id), how, null)));
        records.forEach(one -> kinds.add(new Kind(one.kind(), periods.get(one.kind()), null, one)));
        kinds.sort(java.util.Comparator.comparing(Kind::id));
        String known = kinds.stream().map(Kind::id).collect(Collectors.joining(", "));
        periods.forEach((kind, period) -> {
            if (kinds.stream().noneMatch(one -> one.id().equals(kind))) {
                throw new BadSetting(
                        "sangyu.retention.after." + kind + "：没有这一种记录，可写的有 " + known + "。",
                        "sangyu.retention.after." + kind + ": there is no such kind of record; there are " + known
                                + ".");
            }
            purposes.least(kind).filter(least -> isShorter(period, least)).ifPresent(least -> {
                throw new BadSetting(
                        "sangyu.retention.after." + kind + " 不得短于 " + least + "，现为 " + period + "。",
                        "sangyu.retention.after." + kind + " may not be less than " + least + ", and is " + period
                                + ".");
            });
        });
    }

    /**
     * One kind of record.
     *
     * @param id its name in the settings
     * @param period how long it is kept; null for no rule
     * @param people which elders it is about; null for records that end by age
     * @param records how those are erased; null for elders
     */
    public record Kind(
            String id,
            @Nullable Period period,
            Departed.@Nullable How people,
            @Nullable AgeingRecords records) {

        /** What was over before this instant is due; empty when nothing ends it. */
        public Optional<Instant> before(LocalDate today) {
            if (period != null) {
                return Optional.of(today.minus(period).atStartOfDay(Time.ZONE).toInstant());
            }
            return records == null ? Optional.empty() : records.uselessBefore();
        }

        /** The rule as the ledger names it. */
        public String rule() {
            return period == null ? "useless" : period.toString();
        }
    }

    /** All kinds, in one order. */
    public List<Kind> kinds() {
        return List.copyOf(kinds);
    }

    private static Period period(String kind, String text) {
        try {
            Period period = Period.parse(text);
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeParseException unreadable) {
            // Told below, with what a period looks like.
        }
        throw new BadSetting(
                "sangyu.retention.after." + kind + " 应写成 P10Y（年）、P18M（月）或 P30D（天），现为 " + text + "。",
                "sangyu.retention.after." + kind + " is written P10Y (years), P18M (months) or P30D (days), not " + text
                        + ".");
    }

    /** Days against months: shorter when it ends earlier, counted from the first day of any month. */
    private static boolean isShorter(Period period, Period least) {
        LocalDate first = LocalDate.of(2001, 1, 1);
        for (int month = 0; month < MONTHS; month++) {
            LocalDate from = first.plusMonths(month);
            if (from.plus(period).isBefore(from.plus(least))) {
                return true;
            }
        }
        return false;
    }
}
