package org.sangyu.benefits.internal.cycle;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of cycles, their months and steps. */
@Repository
@Unscoped("a cycle is found through a scope; its id or county leads to the rest")
class Cycles {

    private static final String SELECT = "select * from benefits.cycle ";
    private final JdbcClient jdbc;
    private final Clock clock;

    Cycles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A county sees its own cycles; a township or village those of its county. */
    Optional<Cycle> find(UUID id, Scope scope) {
        return jdbc.sql(SELECT + "where id = :id and " + IN_SCOPE)
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(Cycles::row)
                .optional();
    }

    static final String IN_SCOPE = """
        ((county >= :lo and county < :hi) or (:lo collate "C" >= county and :lo collate "C" < county || '~'))\
        """;

    List<Cycle> list(Scope scope, int offset, int limit) {
        return jdbc.sql(SELECT + "where " + IN_SCOPE
                        + " order by last_month desc, number desc offset :offset limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("offset", offset)
                .param("limit", limit)
                .query(Cycles::row)
                .list();
    }

    /** Cycles of a county that pay one of the benefits, newest month first. */
    List<Cycle> ofBenefits(Place county, List<String> benefits) {
        return jdbc.sql(SELECT
                        + "where county = :county and benefits && :benefits::text[] order by last_month desc,"
                        + " number desc")
                .param("county", county.path())
                .param("benefits", benefits.toArray(String[]::new))
                .query(Cycles::row)
                .list();
    }

    /** Writes a new cycle with its months; its number is given by the database. */
    void insert(UUID id, Place county, List<String> benefits, LinesOwed.Months months) {
        jdbc.sql("""
            insert into benefits.cycle (id, county, benefits, first_month, last_month, state, opened_by, opened_at)
            values (:id, :county, :benefits, :first, :last, 'OPEN', :by, :at)\
            """)
                .param("id", id)
                .param("county", county.path())
                .param("benefits", benefits.toArray(String[]::new))
                .param("first", months.first().atDay(1))
                .param("last", months.last().atDay(1))
                .param("by", CurrentDesk.get().account())
                .param("at", now())
                .update();
        jdbc.sql("""
            insert into benefits.cycle_month (cycle, county, benefit, month)
            select :id, :county, b, m::date from unnest(:benefits::text[]) b,
                generate_series(:first::date, :last::date, interval '1 month') m\
            """)
                .param("id", id)
                .param("county", county.path())
                .param("benefits", benefits.toArray(String[]::new))
                .param("first", months.first().atDay(1))
                .param("last", months.last().atDay(1))
                .update();
    }

    /**
     * Moves a cycle on and writes who did it.
     *
     * @return false when somebody else moved it since it was read
     */
    boolean step(Cycle cycle, CycleVerb verb, CycleState to, String note) {
        int moved = jdbc.sql("""
            update benefits.cycle set state = :to, row_version = row_version + 1
            where id = :id and row_version = :version\
            """)
                .param("to", to.name())
                .param("id", cycle.id())
                .param("version", cycle.rowVersion())
                .update();
        if (moved == 1) {
            write(cycle, verb, to, note);
        }
        return moved == 1;
    }

    private void write(Cycle cycle, CycleVerb verb, CycleState to, String note) {
        Desk desk = CurrentDesk.get();
        jdbc.sql("""
            insert into benefits.cycle_step (cycle, seq, county, verb, from_state, to_state, version, by_account,
                by_name, by_role, at, note)
            select :cycle, coalesce(max(seq), 0) + 1, :county, :verb, :from, :to, :version, :account, :name, :role,
                :at, :note
            from benefits.cycle_step where cycle = :cycle\
            """)
                .param("cycle", cycle.id())
                .param("county", cycle.county().path())
                .param("verb", verb.name())
                .param("from", cycle.state().name())
                .param("to", to.name())
                .param("version", cycle.version())
                .param("account", desk.account())
                .param("name", desk.name())
                .param("role", desk.role().name())
                .param("at", now())
                .param("note", note)
                .update();
    }

    /**
     * Notes the work that now goes on with the cycle; pages that show it as it was become stale, so that a second click
     * starts nothing.
     *
     * @return false when somebody was quicker
     */
    boolean beginJob(Cycle cycle, UUID job) {
        return jdbc.sql("""
            update benefits.cycle set job = :job, row_version = row_version + 1
            where id = :id and row_version = :version
            """)
                        .param("job", job)
                        .param("id", cycle.id())
                        .param("version", cycle.rowVersion())
                        .update()
                == 1;
    }

    void startedJob(UUID cycle, UUID job) {
        jdbc.sql("update benefits.cycle set job = :job where id = :id")
                .param("job", job)
                .param("id", cycle)
                .update();
    }

    void choseFormat(UUID cycle, String format) {
        jdbc.sql("update benefits.cycle set format = :format where id = :id")
                .param("format", format)
                .param("id", cycle)
                .update();
    }

    /** After closing, another cycle may open for the same months. */
    void releaseMonths(UUID cycle) {
        jdbc.sql("update benefits.cycle_month set open = false where cycle = :id")
                .param("id", cycle)
                .update();
    }

    List<CycleStep> steps(UUID cycle) {
        return jdbc.sql("select * from benefits.cycle_step where cycle = :cycle order by seq")
                .param("cycle", cycle)
                .query((row, n) -> new CycleStep(
                        row.getInt("seq"),
                        CycleVerb.valueOf(row.getString("verb")),
                        CycleState.valueOf(row.getString("from_state")),
                        CycleState.valueOf(row.getString("to_state")),
                        row.getInt("version"),
                        row.getString("by_account"),
                        row.getString("by_name"),
                        row.getString("by_role"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note")))
                .list();
    }

    /** Through whose hands the present version went. */
    Hands hands(Cycle cycle) {
        Set<String> computed = new HashSet<>();
        Set<String> reviewed = new HashSet<>();
        Set<String> approved = new HashSet<>();
        for (CycleStep step : steps(cycle.id())) {
            switch (step.verb()) {
                case COMPUTE, FREEZE -> computed.add(step.account());
                case REVIEW -> reviewed.add(step.account());
                case APPROVE -> approved.add(step.account());
                case RETURN -> {
                    reviewed.clear();
                    approved.clear();
                }
                case HOLD, UNHOLD, AUTHORISE, RELEASE, READ_RETURN, RETRY, RECONCILE, CLOSE -> {}
            }
        }
        return new Hands(computed, reviewed, approved, accountHands(cycle));
    }

    private Set<String> accountHands(Cycle cycle) {
        return new HashSet<>(jdbc.sql("""
            select distinct who from (
                select a.proposed_by, a.confirmed_by from benefits.cycle_line l
                join benefits.payee_account a on a.id = l.account
                where l.cycle = :cycle and l.version = :version
                union all
                select a.proposed_by, a.confirmed_by from benefits.line l
                join benefits.enrolment e on e.elder = l.elder and e.benefit = l.benefit and e.county = l.county
                    and e.status = 'ACTIVE'
                join benefits.payee_account a on a.id = e.payee_account
                where l.cycle = :cycle and l.hold = 'BANK_REFUSED') x,
                lateral (values (x.proposed_by), (x.confirmed_by)) v (who)
            where who is not null\
            """)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .query(String.class)
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Cycle row(ResultSet row, int n) throws SQLException {
        Array benefits = row.getArray("benefits");
        OffsetDateTime known = row.getObject("known_at", OffsetDateTime.class);
        return new Cycle(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Place(row.getString("county")),
                List.of((String[]) benefits.getArray()),
                month(row, "first_month"),
                month(row, "last_month"),
                CycleState.valueOf(row.getString("state")),
                row.getInt("version"),
                known == null ? null : known.toInstant(),
                row.getString("format"),
                row.getInt("row_version"),
                row.getObject("job", UUID.class));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate day = row.getObject(column, LocalDate.class);
        if (day == null) {
            throw new IllegalStateException(column);
        }
        return YearMonth.from(day);
    }
}
