package org.sangyu.benefits.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads recovery cases; what is open is always a sum of lines and of money given back, never a column. */
@Repository
@Unscoped("a case is found through a scope; its id leads to its lines")
class RecoveryRows {

    /** Lines of released cycles count; a claim is negative, what is kept back or written off reduces it. */
    static final String OPEN_FEN = """
        (-coalesce((select sum(case l.kind when 'OFFSET' then -l.fen else l.fen end) from benefits.line l
            join benefits.cycle c on c.id = l.cycle where l.recovery = r.id and l.hold is null
            and c.state in ('RELEASED', 'RECONCILED', 'CLOSED')), 0)
        - coalesce((select sum(e.fen) from benefits.recovery_entry e
            where e.recovery = r.id and e.kind = 'REPAID'), 0))\
        """;

    private static final String SELECT = "select r.*, " + OPEN_FEN + """
         as open_fen, -coalesce((select sum(l.fen) from benefits.line l
            where l.recovery = r.id and l.kind = 'RECOVERY'), 0) as claimed_fen
        from benefits.recovery_case r
        """;

    private final JdbcClient jdbc;

    RecoveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Recovery> find(UUID id, Scope scope) {
        return jdbc.sql(SELECT + "where r.id = :id and r.place >= :lo and r.place < :hi")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(RecoveryRows::row)
                .optional();
    }

    /** Open cases first, the oldest on top; or the closed ones, newest first. */
    List<Recovery> list(Scope scope, boolean closed, int offset, int limit) {
        return jdbc.sql(SELECT + "where r.place >= :lo and r.place < :hi and r.closed_on is "
                        + (closed ? "not null order by r.closed_on desc" : "null order by r.opened_on")
                        + ", r.number offset :offset limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("offset", offset)
                .param("limit", limit)
                .query(RecoveryRows::row)
                .list();
    }

    /** How long open cases have been open, in whole days from, and how much they ask. */
    record Age(int fromDays, long cases, long openFen) {}

    /** Open cases by age: up to 30, 90, 180, 365 days, and older. */
    List<Age> ages(Scope scope, LocalDate today) {
        return jdbc.sql("select age, count(*), sum(open_fen) from (select case"
                        + " when :today - r.opened_on <= 30 then 0 when :today - r.opened_on <= 90 then 31"
                        + " when :today - r.opened_on <= 180 then 91 when :today - r.opened_on <= 365 then 181"
                        + " else 366 end as age, " + OPEN_FEN + " as open_fen from benefits.recovery_case r"
                        + " where r.place >= :lo and r.place < :hi and"
                        + " r.closed_on is null) a group by age order by"
                        + " age")
                .param("today", today)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new Age(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    List<RecoveryMonth> months(UUID recovery) {
        return jdbc.sql("""
            select l.period, l.kind, l.fen, coalesce(f.text_zh, '') as zh, coalesce(f.text_en, '') as en
            from benefits.line l join benefits.cycle c on c.id = l.cycle
            left join benefits.cycle_line f on f.cycle = l.cycle and f.version = c.version and f.line = l.id
            where l.recovery = :recovery and c.state in ('RELEASED', 'RECONCILED', 'CLOSED') and l.hold is null
            order by l.accrued, l.kind\
            """)
                .param("recovery", recovery)
                .query((row, n) -> new RecoveryMonth(
                        row.getString("period"),
                        LineKind.valueOf(row.getString("kind")),
                        row.getLong("fen"),
                        row.getString("zh"),
                        row.getString("en")))
                .list();
    }

    List<RecoveryEntry> entries(UUID recovery) {
        return jdbc.sql("select * from benefits.recovery_entry where recovery = :id order by proposed_at, id")
                .param("id", recovery)
                .query((row, n) -> new RecoveryEntry(
                        row.getObject("id", UUID.class),
                        RecoveryEntry.Kind.valueOf(row.getString("kind")),
                        row.getLong("fen"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("document"),
                        row.getString("proposed_by"),
                        row.getString("proposed_name"),
                        row.getString("approved_name")))
                .list();
    }

    private static Recovery row(ResultSet row, int n) throws SQLException {
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("elder", UUID.class),
                row.getString("name"),
                row.getString("benefit"),
                row.getString("county"),
                row.getString("place"),
                row.getObject("opened_on", LocalDate.class),
                row.getBoolean("died"),
                row.getString("why_zh"),
                row.getString("why_en"),
                row.getString("asked"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("offset_cap", Long.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("row_version"),
                row.getLong("open_fen"),
                row.getLong("claimed_fen"));
    }
}
