package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the bank's rows with our orders and applies those that fit; the others are listed, never guessed. */
@Repository
@Unscoped("an answer is found through its cycle")
class ReturnRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The return file, the form of the file it answers, and the columns it is read by (null: those of the form). */
    record Head(
            UUID cycle,
            String sha256,
            String name,
            String format,
            @Nullable UUID layout) {}

    Head head(UUID id) {
        return jdbc.sql("""
            select r.cycle, r.sha256, r.name, f.format, r.layout from benefits.return_file r
            join benefits.pay_file f on f.id = r.file where r.id = :id\
            """)
                .param("id", id)
                .query((row, n) -> new Head(
                        row.getObject("cycle", UUID.class),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("format"),
                        row.getObject("layout", UUID.class)))
                .single();
    }

    void clear(UUID id) {
        jdbc.sql("delete from benefits.stage_return where run = :id")
                .param("id", id)
                .update();
    }

    /**
     * Rows {@code from} (exclusive) to {@code to} (inclusive): verdicts first, then orders, then the lines refused.
     *
     * <p>A payment named twice with the same answer counts once; with different answers neither is believed.
     */
    void apply(UUID id, int from, int to) {
        int judged = jdbc.sql("""
            insert into benefits.return_line (return_file, row_no, county, reference, fen, result, reason, paid_on,
                verdict)
            select s.run, s.row_no, r.county, s.reference, s.fen, s.result, s.reason, s.paid_on,
                case
                    when s.outcome = 'UNREADABLE' then 'UNREADABLE'
                    when o.reference is null then 'UNKNOWN_REFERENCE'
                    when o.file <> r.file then 'OTHER_FILE'
                    when s.fen is distinct from o.fen then 'OTHER_AMOUNT'
                    when exists (select 1 from benefits.stage_return e
                        where e.run = s.run and e.reference = s.reference and (e.row_no < s.row_no
                            or e.outcome <> s.outcome or e.fen is distinct from s.fen)) then 'REPEATED'
                    when o.state = s.outcome then 'SAME'
                    when o.state in ('SENT', 'UNKNOWN') then 'APPLIED'
                    else 'CONTRADICTS' end
            from benefits.stage_return s
            join benefits.return_file r on r.id = s.run
            left join benefits.pay_order o on o.reference = s.reference and o.county = r.county
            where s.run = :id and s.row_no > :from and s.row_no <= :to
            on conflict (return_file, row_no) do nothing\
            """)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
        if (judged > 0) {
            settle(id, from, to);
        }
    }

    private void settle(UUID id, int from, int to) {
        jdbc.sql("""
            update benefits.pay_order o set state = s.outcome, reason = s.reason,
                paid_on = case when s.outcome = 'PAID' then coalesce(s.paid_on, :today) end,
                settled_at = :now, settled_by = r.name
            from benefits.return_line l
            join benefits.stage_return s on s.run = l.return_file and s.row_no = l.row_no
            join benefits.return_file r on r.id = l.return_file
            where l.return_file = :id and l.row_no > :from and l.row_no <= :to and l.verdict = 'APPLIED'
              and o.reference = l.reference and o.state in ('SENT', 'UNKNOWN')\
            """)
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
            update benefits.line l set hold = 'BANK_REFUSED'
            from benefits.return_line t join benefits.pay_order o on o.reference = t.reference
            where t.return_file = :id and t.row_no > :from and t.row_no <= :to and t.verdict = 'APPLIED'
              and o.state = 'FAILED' and (l.id = o.line or l.against = o.line) and l.cycle = o.cycle\
            """).param("id", id).param("from", from).param("to", to).update();
    }

    void finish(UUID id) {
        jdbc.sql("update benefits.return_file set finished_at = :now where id = :id and finished_at is null")
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("id", id)
                .update();
        clear(id);
    }
}
