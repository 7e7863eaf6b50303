package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes the orders of one file: from the frozen roster, or again for payments the bank refused. */
@Repository
class PayOrders {

    private final JdbcClient jdbc;
    private final PayFormats formats;
    private final Clock clock;

    PayOrders(JdbcClient jdbc, PayFormats formats, Clock clock) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.clock = clock;
    }

    /** One order for each line of the approved version that is not held and has something to pay. */
    void first(Cycle cycle, UUID file, String format) {
        insertFile(cycle, file, format, 1);
        jdbc.sql("""
            insert into benefits.pay_order (reference, file, cycle, line, seq, attempt, elder, name, benefit, period,
                month, accrued, county, place, fen, account, holder, bank, account_enc, last_four, state)
            select 'F' || f.number || '-' || n.seq, f.id, :cycle, n.line, n.seq, 1, n.elder, n.name, n.benefit,
                n.period, n.month, n.accrued, n.county, n.place, n.pay_fen, n.account, n.holder, n.bank,
                n.account_enc, n.last_four, 'PENDING'
            from benefits.pay_file f, (
                select l.*, row_number() over (order by l.place, l.name, l.elder, l.line) as seq
                from benefits.cycle_line l
                where l.cycle = :cycle and l.version = :version and l.hold is null and l.pay_fen > 0) n
            where f.id = :file\
            """)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("file", file)
                .update();
        sum(file);
    }

    /** The next attempt of refused payments, to the account confirmed since, with the amount of the first attempt. */
    void retry(Cycle cycle, UUID file, String format) {
        int attempt = jdbc.sql("select coalesce(max(attempt), 0) + 1 from benefits.pay_file where cycle = :cycle")
                .param("cycle", cycle.id())
                .query(Integer.class)
                .single();
        insertFile(cycle, file, format, attempt);
        jdbc.sql("""
            insert into benefits.pay_order (reference, file, cycle, line, seq, attempt, elder, name, benefit, period,
                month, accrued, county, place, fen, account, holder, bank, account_enc, last_four, state)
            select 'F' || f.number || '-' || n.seq, f.id, :cycle, n.line, n.seq, n.attempt, n.elder, n.name,
                n.benefit, n.period, n.month, n.accrued, n.county, n.place, n.fen, n.account, n.holder, n.bank,
                n.account_enc, n.last_four, 'PENDING'
            from benefits.pay_file f, (
                select p.line, l.elder, l.name, l.benefit, l.period, l.month, l.accrued, l.county, l.place, p.fen,
                    p.attempt + 1 as attempt, a.id as account, a.holder, a.bank, a.account_enc, a.last_four,
                    row_number() over (order by l.place, l.name, l.elder, l.id) as seq
                %s) n
            where f.id = :file\
            """.formatted(CloseCycle.RETRYABLE))
                .param("cycle", cycle.id())
                .param("file", file)
                .update();
        jdbc.sql("""
            update benefits.line l set hold = null from benefits.pay_order o
            where o.file = :file and (l.id = o.line or l.against = o.line) and l.cycle = :cycle\
            """).param("file", file).param("cycle", cycle.id()).update();
        sum(file);
    }

    private void insertFile(Cycle cycle, UUID file, String format, int attempt) {
        String extension = formats.find(format).orElseThrow().out().extension();
        jdbc.sql("""
            insert into benefits.pay_file (id, cycle, county, attempt, format, name, made_by, made_at, lines, fen)
            values (:id, :cycle, :county, :attempt, :format, :name, :by, :at, 0, 0)\
            """)
                .param("id", file)
                .param("cycle", cycle.id())
                .param("county", cycle.county().path())
                .param("attempt", attempt)
                .param("format", format)
                .param("name", "%s-%d-%d.%s".formatted(cycle.last(), cycle.number(), attempt, extension))
                .param("by", CurrentDesk.get().name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
    }

    private void sum(UUID file) {
        jdbc.sql("""
            update benefits.pay_file f set lines = s.lines, fen = s.fen
            from (select count(*) as lines, coalesce(sum(fen), 0) as fen from benefits.pay_order
                where file = :file) s
            where f.id = :file\
            """).param("file", file).update();
    }
}
