package org.sangyu.benefits.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Running totals of money paid: amount, person-times (人次), persons (人数). Only payments that arrived count. */
@Repository
@Unscoped("entering writes the county of the desk; every look-up takes a scope")
public class Totals {

    private static final int FETCH = 5_000;

    private static final Set<Role> ENTERERS = Set.of(Role.COUNTY_CLERK, Role.COUNTY_FINANCE);
    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Audit audit;

    Totals(JdbcClient jdbc, TimeOrderedIds ids, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** By which date a payment belongs to a year or month. */
    public enum By {
        /** The month for which the money was owed: the year of the standard (所属年度). */
        ACCRUAL("accrued"),
        /** The day on which the file that paid it left the office: the year of the budget (预算年度). */
        BUDGET("released_on"),
        /** The day on which it arrived: the year of statistics (付款年度). */
        PAYMENT("paid_on");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** What is put together in one row. */
    public enum Per {
        BENEFIT("benefit"),
        TOWNSHIP("left(place, 10)"),
        MONTH("to_char(%s, 'YYYY-MM')"),
        YEAR("to_char(%s, 'YYYY')");

        private final String expression;

        Per(String expression) {
            this.expression = expression;
        }
    }

    /** Which payments: from and to are months, both inclusive, null is open; the place narrows the scope. */
    public record Filter(
            By by,
            @Nullable String benefit,
            @Nullable Place place,
            @Nullable YearMonth from,
            @Nullable YearMonth to) {}

    /** One row of totals; the key is a benefit's id, a township's path, a month or a year. */
    public record Row(String key, long fen, long personTimes, long persons) {}

    /** Rows in the order of their keys; the last one is the whole, with an empty key. */
    @Transactional(readOnly = true)
    public List<Row> rows(Scope scope, Filter filter, Per per) {
        return of(
                        "select k, coalesce(sum(fen), 0), count(*), count(distinct elder) from (select coalesce("
                                + per.expression.formatted(filter.by().column) + ", '') as k, fen, elder from " + PAID
                                + where(filter) + ") p group by grouping sets ((k), ()) order by grouping(k), k",
                        scope,
                        filter)
                .query((row, n) -> new Row(
                        Objects.requireNonNullElse(row.getString(1), ""),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4)))
                .list();
    }

    /** The sum of the payments that a filter lets through; its key is empty. */
    @Transactional(readOnly = true)
    public Row sum(Scope scope, Filter filter) {
        return of(
                        "select coalesce(sum(fen), 0), count(*), count(distinct elder) from " + PAID + where(filter),
                        scope,
                        filter)
                .query((row, n) -> new Row("", row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** One payment that arrived, with the cycle it came from. */
    public record Payment(
            String reference,
            UUID elder,
            String name,
            String place,
            String benefit,
            String period,
            long fen,
            @Nullable LocalDate paidOn,
            LocalDate releasedOn,
            UUID cycle,
            long cycleNumber,
            String textZh,
            String textEn) {}

    /** The payments behind a figure, by day of payment and reference; from the given row on. */
    @Transactional(readOnly = true)
    public List<Payment> payments(Scope scope, Filter filter, Slice slice) {
        return of(PAYMENTS.formatted(PAID + where(filter), "offset :offset limit :limit"), scope, filter)
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(Totals::payment)
                .list();
    }

    /** All of them in that order, read once from beginning to end. */
    @Transactional(readOnly = true)
    public void forEachPayment(Scope scope, Filter filter, Consumer<Payment> payments) {
        try (Stream<Payment> all = of(PAYMENTS.formatted(PAID + where(filter), ""), scope, filter)
                .withFetchSize(FETCH)
                .query(Totals::payment)
                .stream()) {
            all.forEach(payments);
        }
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("reference"),
                row.getObject("elder", UUID.class),
                row.getString("name"),
                row.getString("place"),
                row.getString("benefit"),
                row.getString("period"),
                row.getLong("fen"),
                row.getObject("paid_on", LocalDate.class),
                row.getObject("released_on", LocalDate.class),
                row.getObject("cycle", UUID.class),
                row.getLong("number"),
                row.getString("text_zh"),
                row.getString("text_en"));
    }

    private static final String PAYMENTS = """
        select p.*, c.number, coalesce(l.text_zh, '') as text_zh, coalesce(l.text_en, '') as text_en
        from (select * from %s order by paid_on, reference %s) p
        join benefits.cycle c on c.id = p.cycle
        left join lateral (select text_zh, text_en from benefits.cycle_line x
            where x.cycle = p.cycle and x.line = p.line order by version desc limit 1) l on true
        order by p.paid_on, p.reference\
        """;

    private static final String PAID = """
        (select o.*, (f.made_at at time zone :zone)::date as released_on
         from benefits.pay_order o join benefits.pay_file f on f.id = o.file) o
        where state = 'PAID' and place >= :lo and place < :hi\
        """;

    private static String where(Filter filter) {
        return (filter.benefit() == null ? "" : " and benefit = :benefit")
                + (filter.from() == null ? "" : " and %s >= :from".formatted(filter.by().column))
                + (filter.to() == null ? "" : " and %s < :to".formatted(filter.by().column));
    }

    private JdbcClient.StatementSpec of(String sql, Scope scope, Filter filter) {
        Scope narrowed = filter.place() == null ? scope : scope.within(filter.place());
        return jdbc.sql(sql)
                .param("lo", narrowed.lo())
                .param("hi", narrowed.hi())
                .param("zone", Time.ZONE.getId())
                .param("benefit", filter.benefit())
                .param("from", filter.from() == null ? null : filter.from().atDay(1))
                .param(
                        "to",
                        filter.to() == null ? null : filter.to().plusMonths(1).atDay(1));
    }

    /** What a county paid before it used this program, and where that figure comes from. */
    public record Opening(
            String county,
            String benefit,
            LocalDate through,
            long fen,
            @Nullable Long personTimes,
            @Nullable Long persons,
            String source,
            String enteredBy) {}

    /** Opening totals of the counties in the scope. */
    @Transactional(readOnly = true)
    public List<Opening> openings(Scope scope) {
        return jdbc.sql("select * from benefits.opening_total where county >= :lo and county < :hi order by county,"
                        + " benefit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new Opening(
                        row.getString("county"),
                        row.getString("benefit"),
                        row.getObject("through", LocalDate.class),
                        row.getLong("fen"),
                        row.getObject("person_times") == null ? null : row.getLong("person_times"),
                        row.getObject("persons") == null ? null : row.getLong("persons"),
                        row.getString("source"),
                        row.getString("entered_name")))
                .list();
    }

    /** Enters or replaces the county's opening total of a benefit; the source must be named. */
    @Transactional
    public Optional<Refusal> enter(Opening opening) {
        Desk desk = CurrentDesk.get();
        if (!ENTERERS.contains(desk.role()) || desk.place().level() != PlaceLevel.COUNTY) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        if (opening.source().isBlank()) {
            return Refusal.of("cycles.totals.refused.source");
        }
        jdbc.sql("""
            insert into benefits.opening_total (id, county, benefit, through, fen, person_times, persons, source,
                entered_by, entered_name, entered_at)
            values (:id, :county, :benefit, :through, :fen, :times, :persons, :source, :by, :name, :at)
            on conflict (county, benefit) do update set through = excluded.through, fen = excluded.fen,
                person_times = excluded.person_times, persons = excluded.persons, source = excluded.source,
                entered_by = excluded.entered_by, entered_name = excluded.entered_name,
                entered_at = excluded.entered_at\
            """)
                .param("id", ids.next())
                .param("county", desk.place().path())
                .param("benefit", opening.benefit())
                .param("through", opening.through())
                .param("fen", opening.fen())
                .param("times", opening.personTimes(), java.sql.Types.BIGINT)
                .param("persons", opening.persons(), java.sql.Types.BIGINT)
                .param("source", opening.source())
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        audit.write(
                "totals.opening",
                null,
                desk.place(),
                Map.of("benefit", opening.benefit(), "fen", String.valueOf(opening.fen()), "source", opening.source()));
        return Refusal.none();
    }
}
