package org.sangyu.benefits.internal.cycle;

import java.util.List;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sums over the lines of a cycle; each can be opened to its lines by the same filter. */
@Repository
public class CycleFigures {

    private final JdbcClient jdbc;

    CycleFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The figures of a whole cycle inside a scope.
     *
     * @param payLines lines with money in the file
     * @param heldFen fen held back this time
     * @param unchecked undetermined people that wait for a named person's decision
     */
    public record Whole(
            long people,
            long payLines,
            long payFen,
            long backPayLines,
            long backPayFen,
            long recoveryLines,
            long recoveryFen,
            long offsetFen,
            long heldLines,
            long heldFen,
            long newAccounts,
            long undetermined,
            long unchecked) {}

    /** Sums; one pass over the lines. */
    @Transactional(readOnly = true)
    public Whole whole(Cycle cycle, Scope scope) {
        return jdbc.sql("""
            select count(distinct elder) filter (where pay_fen > 0 and hold is null) as people,
                count(*) filter (where pay_fen > 0 and hold is null) as pay_lines,
                coalesce(sum(pay_fen) filter (where hold is null), 0) as pay_fen,
                count(*) filter (where kind = 'BACK_PAY') as back_lines,
                coalesce(sum(fen) filter (where kind = 'BACK_PAY'), 0) as back_fen,
                count(*) filter (where kind = 'RECOVERY') as recovery_lines,
                coalesce(sum(fen) filter (where kind = 'RECOVERY'), 0) as recovery_fen,
                coalesce(sum(fen) filter (where kind = 'OFFSET'), 0) as offset_fen,
                count(*) filter (where hold is not null and kind in ('REGULAR', 'BACK_PAY')) as held_lines,
                coalesce(sum(fen) filter (where hold is not null and kind in ('REGULAR', 'BACK_PAY')), 0) as held_fen,
                count(*) filter (where account_new) as new_accounts
            from %s l where place >= :lo and place < :hi\
            """.formatted(Source.of(cycle)))
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new Whole(
                        row.getLong("people"),
                        row.getLong("pay_lines"),
                        row.getLong("pay_fen"),
                        row.getLong("back_lines"),
                        row.getLong("back_fen"),
                        row.getLong("recovery_lines"),
                        row.getLong("recovery_fen"),
                        row.getLong("offset_fen"),
                        row.getLong("held_lines"),
                        row.getLong("held_fen"),
                        row.getLong("new_accounts"),
                        undetermined(cycle, scope, false),
                        undetermined(cycle, scope, true)))
                .single();
    }

    private long undetermined(Cycle cycle, Scope scope, boolean undecided) {
        return jdbc.sql("""
            select count(*) from benefits.hold where county = :county and benefit = any (:benefits)
              and month between :first and :last and place >= :lo and place < :hi and resolved_at is null
              and enrolment is not null\
            """ + (undecided ? " and decision" + " is null" : ""))
                .param("county", cycle.county().path())
                .param("benefits", cycle.benefits().toArray(String[]::new))
                .param("first", cycle.first().atDay(1))
                .param("last", cycle.last().atDay(1))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(Long.class)
                .single();
    }

    /** What goes to one township for one benefit. */
    public record Township(String township, String benefit, long people, long lines, long fen) {}

    /** Payable sums by township and benefit, institutions' payees included; in the order of the tree. */
    @Transactional(readOnly = true)
    public List<Township> townships(Cycle cycle, Scope scope) {
        return jdbc.sql("""
            select left(place, 10) collate "C" as township, benefit, count(distinct elder), count(*), sum(pay_fen)
            from %s l where pay_fen > 0 and hold is null and place >= :lo and place < :hi
            group by 1, 2 order by 1, 2\
            """.formatted(Source.of(cycle)))
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new Township(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** What goes to one institution for the people it supports. */
    public record Institution(String holder, String lastFour, long people, long fen) {}

    /** Payees that are institutions, with the sum of their people. */
    @Transactional(readOnly = true)
    public List<Institution> institutions(Cycle cycle, Scope scope) {
        return jdbc.sql("""
            select holder, last_four, count(distinct elder), sum(pay_fen)
            from %s l where payee = 'INSTITUTION' and pay_fen > 0 and hold is null and place >= :lo and place < :hi
            group by 1, 2 order by 1, 2\
            """.formatted(Source.of(cycle)))
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new Institution(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
