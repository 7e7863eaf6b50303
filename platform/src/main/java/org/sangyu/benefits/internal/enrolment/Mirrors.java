package org.sangyu.benefits.internal.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists and sums of what other offices pay differently from the rule. */
@Repository
public class Mirrors {

    private final JdbcClient jdbc;

    Mirrors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Narrows a list and sorts it; null does not narrow. */
    public record Filter(
            @Nullable MirrorKind kind,
            @Nullable String benefit,
            @Nullable Place place,
            Order order) {

        /** The same for another kind. */
        public Filter withKind(@Nullable MirrorKind other) {
            return new Filter(other, benefit, place, order);
        }

        /** The same for another benefit. */
        public Filter withBenefit(@Nullable String other) {
            return new Filter(kind, other, place, order);
        }

        /** The same in another place. */
        public Filter in(@Nullable Place other) {
            return new Filter(kind, benefit, other, order);
        }
    }

    /** How a list is sorted. */
    public enum Order {
        /** By village. */
        PLACE("place, elder, benefit"),
        /** The largest difference first, whoever pays more. */
        DIFFERENCE("abs(coalesce(their_fen, 0) - coalesce(our_fen, 0)) desc, elder, benefit"),
        /** What was found first comes first. */
        SINCE("since, elder, benefit");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * One person who differs.
     *
     * @param theirs what they pay, or null when not on their list or without an amount
     * @param ours what the rule says, or null when nothing is due or it cannot be said
     * @param toldOn when we learned what they pay
     */
    public record Difference(
            ElderId elder,
            String benefit,
            Place place,
            YearMonth month,
            MirrorKind kind,
            @Nullable Money theirs,
            @Nullable Money ours,
            Enrolment.Because because,
            @Nullable LocalDate toldOn,
            LocalDate since) {}

    /** One page of differences. */
    @Transactional(readOnly = true)
    public List<Difference> list(Scope scope, Filter filter, int offset, int limit) {
        Where where = where(scope, filter);
        return jdbc.sql("select * from benefits.mirror_difference where " + where.sql() + " order by "
                        + filter.order().sql + " offset :offset limit :limit")
                .params(where.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(Mirrors::difference)
                .list();
    }

    /** All differences in their order, read once from beginning to end and handed over in lists of this many. */
    @Transactional(readOnly = true)
    public void forEach(Scope scope, Filter filter, int size, Consumer<List<Difference>> slices) {
        Where where = where(scope, filter);
        try (Stream<Difference> all = jdbc
                .sql("select * from benefits.mirror_difference where " + where.sql() + " order by "
                        + filter.order().sql)
                .withFetchSize(size)
                .params(where.parameters())
                .query(Mirrors::difference)
                .stream()) {
            all.gather(Gatherers.windowFixed(size)).forEach(slices);
        }
    }

    /** How many of each kind. */
    @Transactional(readOnly = true)
    public Map<MirrorKind, Long> countByKind(Scope scope, Filter filter) {
        Map<MirrorKind, Long> counts = new java.util.EnumMap<>(MirrorKind.class);
        group(scope, filter.withKind(null), "kind")
                .forEach((kind, count) -> counts.put(MirrorKind.valueOf(kind), count));
        return counts;
    }

    /** How many of each benefit. */
    @Transactional(readOnly = true)
    public Map<String, Long> countByBenefit(Scope scope, Filter filter) {
        return group(scope, filter.withBenefit(null), "benefit");
    }

    /** How many below each place, whose paths have so many characters. */
    @Transactional(readOnly = true)
    public Map<String, Long> countByPlace(Scope scope, Filter filter, int length) {
        return group(scope, filter, "left(place, " + length + ")");
    }

    private Map<String, Long> group(Scope scope, Filter filter, String key) {
        Where where = where(scope, filter);
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select " + key + " as k, count(*) from benefits.mirror_difference where " + where.sql()
                        + " group by 1 order by 1")
                .params(where.parameters())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** What a list comes to: people, what they pay, what the rule says. */
    public record Sum(long people, long theirFen, long ourFen) {}

    /** The sum of a list. */
    @Transactional(readOnly = true)
    public Sum sum(Scope scope, Filter filter) {
        Where where = where(scope, filter);
        return jdbc.sql("select count(*), coalesce(sum(their_fen), 0), coalesce(sum(our_fen), 0)"
                        + " from benefits.mirror_difference where " + where.sql())
                .params(where.parameters())
                .query((row, number) -> new Sum(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /**
     * The whole of one benefit in a county, as last compared.
     *
     * @param known false when no list of theirs was ever taken in
     */
    public record Whole(
            Place county,
            String benefit,
            YearMonth month,
            Instant at,
            boolean known,
            long theirPeople,
            long theirFen,
            long ourPeople,
            long ourFen,
            long samePeople) {}

    /** All benefits compared in the counties of a scope, or in the county that a smaller scope lies in. */
    @Transactional(readOnly = true)
    public List<Whole> wholes(Scope scope) {
        int county = org.sangyu.shared.PlaceLevel.COUNTY.pathLength();
        String from = scope.lo().length() > county ? scope.lo().substring(0, county) : scope.lo();
        return jdbc.sql("select * from benefits.mirror_count where county >= :lo and county < :hi order by county,"
                        + " benefit")
                .param("lo", from)
                .param("hi", scope.hi())
                .query((row, number) -> new Whole(
                        new Place(row.getString("county")),
                        row.getString("benefit"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        Rows.instant(row, "compared_at"),
                        row.getBoolean("known"),
                        row.getLong("their_people"),
                        row.getLong("their_fen"),
                        row.getLong("our_people"),
                        row.getLong("our_fen"),
                        row.getLong("same_people")))
                .list();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                new Place(row.getString("place")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                MirrorKind.valueOf(row.getString("kind")),
                money(row, "their_fen"),
                money(row, "our_fen"),
                new Enrolment.Because(row.getString("because_zh"), row.getString("because_en")),
                row.getObject("told_on", LocalDate.class),
                row.getObject("since", LocalDate.class));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : new Money(fen);
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private static Where where(Scope scope, Filter filter) {
        Scope narrowed = filter.place() == null ? scope : scope.within(filter.place());
        List<String> parts = new ArrayList<>(List.of("place >= :lo and place < :hi"));
        Map<String, Object> parameters = new HashMap<>(Map.of("lo", narrowed.lo(), "hi", narrowed.hi()));
        if (filter.kind() != null) {
            parts.add("kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.benefit() != null) {
            parts.add("benefit = :benefit");
            parameters.put("benefit", filter.benefit());
        }
        return new Where(String.join(" and ", parts), parameters);
    }
}
