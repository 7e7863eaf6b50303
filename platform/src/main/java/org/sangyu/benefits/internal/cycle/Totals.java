package org.sangyu.benefits.internal.cycle;

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
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Running totals of money paid: amount, person-times (人次), persons (人数). Only payments that arrived count. */
@Repository
@Unscoped("entering writes the county of the desk; every look-up takes a scope")
public class Totals {

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
        /** The month for which the money was owed: the year of the standard. */
        ACCRUAL("accrued"),
        /** The day on which it was paid: the year of the budget. */
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

    /** Which payments: from and to are months, both inclusive, null is open. */
    public record Filter(
            By by,
            Per per,
            @Nullable String benefit,
            @Nullable YearMonth from,
            @Nullable YearMonth to) {}

    /** One row of totals; the key is a benefit's id, a township's path, a month or a year. */
    public record Row(String key, long fen, long personTimes, long persons) {}

    /** Rows in the order of their keys; the last one is the whole, with an empty key. */
    @Transactional(readOnly = true)
    public List<Row> rows(Scope scope, Filter filter) {
        String key = filter.per().expression.formatted(filter.by().column);
        return jdbc.sql(
                        "select k, sum(fen), count(*), count(distinct elder) from (select coalesce(%s, '') as k, fen, elder"
                                        .formatted(key)
                                + " from benefits.pay_order where state = 'PAID' and place >= :lo and place < :hi"
                                + (filter.benefit() == null ? "" : " and benefit = :benefit")
                                + (filter.from() == null ? "" : " and %s >= :from".formatted(filter.by().column))
                                + (filter.to() == null ? "" : " and %s < :to".formatted(filter.by().column))
                                + ") p group by grouping sets ((k), ()) order by grouping(k), k")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("benefit", filter.benefit())
                .param("from", filter.from() == null ? null : filter.from().atDay(1))
                .param(
                        "to",
                        filter.to() == null ? null : filter.to().plusMonths(1).atDay(1))
                .query((row, n) -> new Row(
                        Objects.requireNonNullElse(row.getString(1), ""),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4)))
                .list();
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
