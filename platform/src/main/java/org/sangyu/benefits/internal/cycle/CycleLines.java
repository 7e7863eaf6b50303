package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the lines of a cycle, page by page. */
@Repository
public class CycleLines {

    private final JdbcClient jdbc;

    CycleLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Narrows a list of lines; null does not narrow.
     *
     * @param show which lines
     * @param township path of a township or village
     * @param name beginning of a name
     */
    public record Filter(
            Show show, @Nullable String township, @Nullable String name) {}

    /** Kinds of lists. */
    public enum Show {
        ALL("true"),
        PAYABLE("pay_fen > 0 and hold is null"),
        BACK_PAY("kind = 'BACK_PAY'"),
        RECOVERY("kind in ('RECOVERY', 'OFFSET')"),
        HELD("hold is not null and kind in ('REGULAR', 'BACK_PAY')"),
        NEW_ACCOUNT("account_new"),
        FAILED("order_state = 'FAILED'"),
        UNANSWERED("order_state in ('SENT', 'UNKNOWN')");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        /** True for lists that only a released cycle has. */
        public boolean isOfOrders() {
            return this == FAILED || this == UNANSWERED;
        }
    }

    /**
     * One line.
     *
     * @param orderState of the last attempt to pay it, or null
     * @param reference of the last attempt, or null
     * @param bankReason what the bank said
     */
    public record Line(
            UUID id,
            UUID elder,
            String name,
            String place,
            String benefit,
            String period,
            LineKind kind,
            long fen,
            long payFen,
            @Nullable String hold,
            String holdNote,
            String holdBy,
            String textZh,
            String textEn,
            String holder,
            String lastFour,
            boolean accountNew,
            @Nullable String orderState,
            @Nullable String reference,
            String bankReason,
            @Nullable LocalDate paidOn) {}

    /** A page of lines, sorted by village and name. */
    @Transactional(readOnly = true)
    public List<Line> list(Cycle cycle, Scope scope, Filter filter, Slice slice) {
        Scope narrowed =
                filter.township() == null ? scope : scope.within(new org.sangyu.shared.Place(filter.township()));
        boolean orders = cycle.state().isReleased();
        String sql = "select * from (select l.*, "
                + (orders
                        ? "o.state as order_state, o.reference, coalesce(o.reason, '') as bank_reason, o.paid_on"
                        : "null::text as order_state, null::text as reference, '' as bank_reason, null::date as"
                                + " paid_on")
                + " from " + Source.of(cycle) + " l"
                + (orders
                        ? " left join lateral (select state, reference, reason, paid_on from benefits.pay_order x"
                                + " where x.line = l.id and x.cycle = :cycle order by attempt desc limit 1) o on true"
                        : "")
                + ") l where place >= :lo and place < :hi and " + filter.show().condition
                + (filter.name() == null ? "" : " and name >= :name and name < :nameEnd")
                + " order by place, name collate \"C\", period, kind offset :offset limit :limit";
        return jdbc.sql(sql)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", narrowed.lo())
                .param("hi", narrowed.hi())
                .param("name", filter.name())
                .param("nameEnd", filter.name() + "\uFFFF")
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(CycleLines::line)
                .list();
    }

    /** Ids of everything that a list holds in the frozen roster, for a deed on all of it. */
    @Transactional(readOnly = true)
    public List<UUID> ids(Cycle cycle, Scope scope, Filter filter) {
        if (filter.show().isOfOrders()) {
            return List.of();
        }
        Scope narrowed =
                filter.township() == null ? scope : scope.within(new org.sangyu.shared.Place(filter.township()));
        return jdbc.sql("select id from " + Source.of(cycle) + " l where place >= :lo and place < :hi and "
                        + filter.show().condition
                        + (filter.name() == null ? "" : " and name >= :name and name < :nameEnd"))
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", narrowed.lo())
                .param("hi", narrowed.hi())
                .param("name", filter.name())
                .param("nameEnd", filter.name() + "\uFFFF")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** How much a list holds. */
    public record Sum(long lines, long fen) {}

    /** Payable lines and their money, in one township or in the whole scope. */
    @Transactional(readOnly = true)
    public Sum payable(Cycle cycle, Scope scope, @Nullable String township) {
        Scope narrowed = township == null ? scope : scope.within(new org.sangyu.shared.Place(township));
        return jdbc.sql("select count(*), coalesce(sum(pay_fen), 0) from " + Source.of(cycle)
                        + " l where place >= :lo and place < :hi and " + Show.PAYABLE.condition)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", narrowed.lo())
                .param("hi", narrowed.hi())
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** How many lines each list holds, in the order of {@link Show}. */
    @Transactional(readOnly = true)
    public Map<Show, Long> counts(Cycle cycle, Scope scope) {
        List<Show> shows = Arrays.stream(Show.values())
                .filter(show -> cycle.state().isReleased() || !show.isOfOrders())
                .toList();
        String columns = shows.stream()
                .map(show -> show.isOfOrders()
                        ? ORDERS.formatted(show.condition)
                        : "count(*) filter (where " + show.condition + ")")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + columns + " from " + Source.of(cycle) + " l where place >= :lo and place < :hi")
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> {
                    Map<Show, Long> counts = new EnumMap<>(Show.class);
                    for (int i = 0; i < shows.size(); i++) {
                        counts.put(shows.get(i), row.getLong(i + 1));
                    }
                    return counts;
                })
                .single();
    }

    /** Counts the last attempts of this cycle that stand so. */
    private static final String ORDERS = """
        (select count(*) from (select o.state as order_state, o.place, o.line, o.attempt from benefits.pay_order o
            where o.cycle = :cycle and o.state <> 'PAID') o
        where %s and o.place >= :lo and o.place < :hi and not exists (select 1 from benefits.pay_order x
            where x.line = o.line and x.cycle = :cycle and x.attempt > o.attempt))\
        """;

    private static Line line(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("elder", UUID.class),
                row.getString("name"),
                row.getString("place"),
                row.getString("benefit"),
                row.getString("period"),
                LineKind.valueOf(row.getString("kind")),
                row.getLong("fen"),
                row.getLong("pay_fen"),
                row.getString("hold"),
                row.getString("hold_note"),
                row.getString("hold_by"),
                row.getString("text_zh"),
                row.getString("text_en"),
                row.getString("holder"),
                row.getString("last_four"),
                row.getBoolean("account_new"),
                row.getString("order_state"),
                row.getString("reference"),
                row.getString("bank_reason"),
                row.getObject("paid_on", LocalDate.class));
    }
}
