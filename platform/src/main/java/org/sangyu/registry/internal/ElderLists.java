package org.sangyu.registry.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderSlice;
import org.sangyu.registry.ElderSort;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and counts of people; pages are found by the key of the last row, so page 200 costs what page 1 costs. */
@Repository
class ElderLists {

    private static final String SEPARATOR = "\u001f";
    private static final int KEY_PARTS = 4;
    /** From this age on people are few enough to be found by their birth and then put in order. */
    private static final int FEW_FROM_AGE = 90;

    private final JdbcClient jdbc;
    private final ElderColumns columns;
    private final FieldCipher cipher;
    private final Clock clock;
    private final FreshPlans plans;

    ElderLists(JdbcClient jdbc, ElderColumns columns, FieldCipher cipher, Clock clock, FreshPlans plans) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.cipher = cipher;
        this.clock = clock;
        this.plans = plans;
    }

    ElderSlice list(Scope scope, ElderFilter filter, ElderSort sort, @Nullable String after, int limit) {
        plans.on();
        ElderConditions conditions = conditions();
        Order order = Order.of(sort);
        Scope narrow = ElderConditions.narrowed(scope, filter);
        boolean inOrder = order.first().equals("e.place")
                && areMany(filter)
                && narrow.people().isEmpty();
        String where = (inOrder ? conditions.whereInOrder(scope, filter, "") : conditions.where(scope, filter, ""))
                + order.after(after, conditions.parameters());
        Map<String, @Nullable Object> parameters = conditions.parameters();
        parameters.put("limit", limit + 1);
        String select = "select " + ElderColumns.LIST + " from registry.elder e where " + where;
        boolean several = !order.first().equals("e.place")
                && ScopeSql.county(narrow) == null
                && narrow.people().isEmpty();
        String sql = several
                ? "select e.* from registry.served_place s cross join lateral (" + select
                        + " and e.county = s.place" + order.sql() + " limit :limit) e"
                        + " where s.place >= :lo and s.place < :hi" + order.sql() + " limit :limit"
                : select + order.sql() + " limit :limit";
        List<String> keys = new ArrayList<>();
        List<ElderSummary> rows = jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> {
                    keys.add(order.key(row));
                    return columns.summary(row);
                })
                .list();
        return rows.size() > limit
                ? new ElderSlice(rows.subList(0, limit), keys.get(limit - 1))
                : new ElderSlice(rows, null);
    }

    private static String counted(ElderConditions conditions, Scope scope, ElderFilter filter, String suffix) {
        return areMany(filter)
                        && ElderConditions.narrowed(scope, filter).people().isEmpty()
                ? conditions.whereInOrder(scope, filter, suffix)
                : conditions.where(scope, filter, suffix);
    }

    /** True when so many people match that the first of them are soon met on the way through the places. */
    private static boolean areMany(ElderFilter filter) {
        return filter.life() == ElderFilter.Life.LIVING
                && filter.tag() == null
                && (filter.text() == null || filter.text().isBlank())
                && filter.age() != ElderFilter.AgeBand.BELOW_60
                && (filter.age() == null || filter.age().from() < FEW_FROM_AGE);
    }

    /** Counts of several filters in one round trip, in their order; each stops at a thousand and one. */
    List<Long> counts(Scope scope, List<ElderFilter> filters) {
        if (filters.isEmpty()) {
            return List.of();
        }
        plans.on();
        ElderConditions conditions = conditions();
        List<String> parts = IntStream.range(0, filters.size())
                .mapToObj(i -> "select " + i + ", (select count(*) from (select 1 from registry.elder e where "
                        + counted(conditions, scope, filters.get(i), String.valueOf(i)) + " limit :stop) x)")
                .toList();
        Map<String, @Nullable Object> parameters = conditions.parameters();
        parameters.put("stop", Registry.COUNT_STOP + 1);
        return jdbc.sql(String.join(" union all ", parts) + " order by 1")
                .params(parameters)
                .query((row, number) -> row.getLong(2))
                .list();
    }

    List<ElderId> ids(Scope scope, ElderFilter filter, @Nullable ElderId after, int limit) {
        plans.on();
        ElderConditions conditions = conditions();
        String where = conditions.where(scope, filter, "");
        Map<String, @Nullable Object> parameters = conditions.parameters();
        parameters.put("after", after == null ? new UUID(0, 0) : after.value());
        parameters.put("limit", limit);
        return jdbc.sql("select e.id from registry.elder e where " + where
                        + " and e.id > :after order by e.id limit :limit")
                .params(parameters)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list();
    }

    private ElderConditions conditions() {
        return new ElderConditions(cipher, LocalDate.now(clock));
    }

    /** Columns of an order; the last one is the id, so that no two rows are equal. */
    private record Order(ElderSort sort, String first, String second, boolean days) {

        private boolean down() {
            return sort == ElderSort.PLACE_DOWN || sort == ElderSort.NAME_DOWN || sort == ElderSort.YOUNGEST;
        }

        static Order of(ElderSort sort) {
            return switch (sort) {
                case PLACE, PLACE_DOWN -> new Order(sort, "e.place", "e.name", false);
                case NAME, NAME_DOWN -> new Order(sort, "e.pinyin", "e.place", false);
                case OLDEST, YOUNGEST -> new Order(sort, "e.born_sort", "e.place", true);
            };
        }

        String sql() {
            String direction = down() ? " desc" : "";
            return " order by " + first + direction + ", " + second + direction + ", e.id" + direction;
        }

        /** Condition for the rows behind a key; a key that cannot be read starts from the first row. */
        String after(@Nullable String key, Map<String, @Nullable Object> parameters) {
            if (key == null) {
                return "";
            }
            try {
                String text = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
                String[] parts = text.split(SEPARATOR, -1);
                if (parts.length != KEY_PARTS || !parts[3].equals(sort.name()) || text.indexOf('\0') >= 0) {
                    return "";
                }
                Object head = !days ? parts[0] : parts[0].isEmpty() ? LocalDate.MAX : LocalDate.parse(parts[0]);
                UUID id = UUID.fromString(parts[2]);
                parameters.put("key1", head);
                parameters.put("key2", parts[1]);
                parameters.put("key3", id);
                return " and (" + first + ", " + second + ", e.id) " + (down() ? "<" : ">") + " (:key1, :key2, :key3)";
            } catch (IllegalArgumentException | DateTimeParseException tampered) {
                return "";
            }
        }

        String key(ResultSet row) throws SQLException {
            String head = days ? day(row) : row.getString(first.substring(2));
            String text =
                    String.join(SEPARATOR, head, row.getString(second.substring(2)), row.getString("id"), sort.name());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String day(ResultSet row) throws SQLException {
            LocalDate born = row.getObject("born", LocalDate.class);
            return born == null ? "" : born.toString();
        }
    }
}
