package org.sangyu.benefits.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads what a computation needs from the books; always one county, always set by set. */
@Repository
class BookRows {

    private static final int FETCH = 5_000;
    private static final String REASONS_NOT_READ = "";
    private final JdbcTemplate jdbc;

    BookRows(JdbcTemplate template) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** Everyone who is or was enrolled for the cycle's benefits, by person. */
    Map<UUID, List<Enrolled>> enrolled(Cycle cycle) {
        Map<UUID, List<Enrolled>> people = new HashMap<>();
        jdbc.query(
                """
                select e.id, e.elder, e.benefit, e.place, e.status, e.ended_from,
                       greatest(e.first_payable, e.paid_before_to) as pays_from, a.state as account, a.confirmed_at
                from benefits.enrolment e left join benefits.payee_account a on a.id = e.payee_account
                where e.county = ? and e.benefit = any (?) and e.first_payable is not null
                  and e.status in ('ACTIVE', 'SUSPENDED', 'ENDED') and not e.forgotten
                order by e.elder, e.benefit, pays_from\
                """,
                row -> {
                    add(people.computeIfAbsent(row.getObject("elder", UUID.class), id -> new ArrayList<>(1)), row);
                },
                cycle.county().path(),
                cycle.benefits().toArray(String[]::new));
        return people;
    }

    private static void add(List<Enrolled> of, ResultSet row) throws SQLException {
        LocalDate ended = row.getObject("ended_from", LocalDate.class);
        Enrolled.Stretch stretch = new Enrolled.Stretch(
                YearMonth.from(row.getObject("pays_from", LocalDate.class)),
                ended == null ? null : YearMonth.from(ended));
        List<Enrolled.Stretch> stretches = new ArrayList<>();
        if (!of.isEmpty() && of.getLast().benefit().equals(row.getString("benefit"))) {
            stretches.addAll(of.removeLast().payable());
        }
        stretches.add(stretch);
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        of.add(new Enrolled(
                row.getObject("id", UUID.class),
                row.getObject("elder", UUID.class),
                row.getString("benefit"),
                row.getString("place"),
                stretches,
                hold(row.getString("status"), row.getString("account")),
                confirmed == null ? null : confirmed.toInstant()));
    }

    private static @Nullable HoldReason hold(String status, @Nullable String account) {
        if (status.equals("SUSPENDED")) {
            return HoldReason.SUSPENDED;
        }
        if (account == null) {
            return HoldReason.NO_ACCOUNT;
        }
        return account.equals("CONFIRMED") ? null : HoldReason.ACCOUNT_UNCONFIRMED;
    }

    /** The decision in force of everybody in the county. */
    Map<Key, StoredSpan> openSpans(Cycle cycle) {
        Map<Key, StoredSpan> spans = new HashMap<>();
        jdbc.query(
                """
                select elder, benefit, valid_from, valid_to, outcome, fen, reasons_hash, facts, policy
                from benefits.decision_span
                where county = ? and benefit = any (?) and recorded_to is null and valid_to is null\
                """,
                row -> {
                    spans.put(key(row), new StoredSpan(span(row), row.getLong("facts"), row.getString("policy")));
                },
                cycle.county().path(),
                cycle.benefits().toArray(String[]::new));
        return spans;
    }

    Map<Key, List<Span>> spans(Cycle cycle, List<UUID> elders) {
        Map<Key, List<Span>> spans = new HashMap<>();
        jdbc.query(
                """
                select elder, benefit, valid_from, valid_to, outcome, fen, reasons_hash from benefits.decision_span
                where elder in (select unnest(?)) and benefit = any (?) and recorded_to is null and county = ?
                order by elder, benefit, valid_from\
                """,
                row -> {
                    spans.computeIfAbsent(key(row), k -> new ArrayList<>()).add(span(row));
                },
                elders.toArray(UUID[]::new),
                cycle.benefits().toArray(String[]::new),
                cycle.county().path());
        return spans;
    }

    private static Span span(ResultSet row) throws SQLException {
        LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new Span(
                YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                to == null ? null : YearMonth.from(to),
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("fen"),
                row.getLong("reasons_hash"),
                () -> REASONS_NOT_READ);
    }

    /** Takes one due. */
    interface DueRow {
        void take(Key key, DuePeriod period, long fen);
    }

    void dues(Cycle cycle, @Nullable List<UUID> elders, LocalDate from, DueRow taker) {
        jdbc.query(
                "select elder, benefit, period, fen from benefits.due where county = ? and benefit = any (?)"
                        + " and (month >= ? or month = date '1900-01-01')"
                        + (elders == null ? "" : " and elder in (select unnest(?))"),
                row -> {
                    taker.take(key(row), new DuePeriod(row.getString("period")), row.getLong("fen"));
                },
                arguments(cycle, elders, from));
    }

    /** Takes one line. */
    interface LineRow {
        void take(Key key, OldLine line);
    }

    void lines(Cycle cycle, @Nullable List<UUID> elders, LocalDate from, LineRow taker) {
        jdbc.query(
                "select l.id, l.elder, l.benefit, l.period, l.kind, l.fen, l.hold, l.cycle,"
                        + " case when l.hold is not null then (select max(o.settled_at) from benefits.pay_order o"
                        + " where o.line = l.id and o.state = 'FAILED') end as refused_at"
                        + " from benefits.line l where l.county = ? and l.benefit = any (?)"
                        + " and (l.month >= ? or l.month = date '1900-01-01')"
                        + (elders == null ? "" : " and l.elder in (select unnest(?))"),
                row -> {
                    boolean here = cycle.id().equals(row.getObject("cycle", UUID.class));
                    OffsetDateTime refused = row.getObject("refused_at", OffsetDateTime.class);
                    taker.take(
                            key(row),
                            new OldLine(
                                    row.getObject("id", UUID.class),
                                    new DuePeriod(row.getString("period")),
                                    LineKind.valueOf(row.getString("kind")),
                                    row.getLong("fen"),
                                    row.getString("hold"),
                                    here || row.getString("hold") != null,
                                    here,
                                    refused == null ? null : refused.toInstant()));
                },
                arguments(cycle, elders, from));
    }

    private static Object[] arguments(Cycle cycle, @Nullable List<UUID> elders, LocalDate from) {
        String[] benefits = cycle.benefits().toArray(String[]::new);
        return elders == null
                ? new Object[] {cycle.county().path(), benefits, from}
                : new Object[] {cycle.county().path(), benefits, from, elders.toArray(UUID[]::new)};
    }

    /** Whether the county owes or ever owed anything; without a due there is no line either. */
    boolean hasDues(Cycle cycle) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from benefits.due where county = ?)",
                Boolean.class,
                cycle.county().path()));
    }

    /** People with lines that were not paid in an earlier cycle, and come back. */
    Set<Key> comingBack(Cycle cycle) {
        Set<Key> keys = new HashSet<>();
        jdbc.query(
                "select distinct elder, benefit from benefits.line where county = ? and hold is not null and cycle <>"
                        + " ?",
                row -> {
                    keys.add(key(row));
                },
                cycle.county().path(),
                cycle.id());
        return keys;
    }

    /** Open recovery cases with what is still asked back, this cycle's own lines left out. */
    Map<Key, Claim> claims(Cycle cycle) {
        Map<Key, Claim> claims = new HashMap<>();
        jdbc.query(
                """
                select r.id, r.elder, r.benefit, r.offset_cap, r.died, s.offset_percent,
                    -coalesce((select sum(case l.kind when 'OFFSET' then -l.fen else l.fen end) from benefits.line l
                        where l.recovery = r.id and l.cycle <> ? and l.hold is null), 0)
                    - coalesce((select sum(e.fen) from benefits.recovery_entry e
                        where e.recovery = r.id and e.kind = 'REPAID'), 0) as open
                from benefits.recovery_case r left join benefits.money_setting s on s.county = r.county
                where r.county = ? and r.closed_on is null\
                """,
                row -> {
                    long cap = row.getLong("offset_cap");
                    int percent = row.getInt("offset_percent");
                    boolean offset = cap > 0 && percent > 0 && !row.getBoolean("died");
                    claims.put(
                            key(row),
                            new Claim(
                                    row.getObject("id", UUID.class),
                                    row.getLong("open"),
                                    offset ? new OffsetRule(cap, percent) : null));
                },
                cycle.id(),
                cycle.county().path());
        return claims;
    }

    /** Undetermined months that a named person decided to pay on. */
    Map<Key, Set<YearMonth>> payOn(Cycle cycle) {
        Map<Key, Set<YearMonth>> months = new HashMap<>();
        jdbc.query(
                "select elder, benefit, month from benefits.hold"
                        + " where county = ? and benefit = any (?) and decision = 'PAY_ON'",
                row -> {
                    months.computeIfAbsent(key(row), k -> new HashSet<>())
                            .add(YearMonth.from(row.getObject("month", LocalDate.class)));
                },
                cycle.county().path(),
                cycle.benefits().toArray(String[]::new));
        return months;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject("elder", UUID.class), row.getString("benefit"));
    }
}
