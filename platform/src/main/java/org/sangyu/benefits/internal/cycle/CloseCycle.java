package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is left of a released cycle: payments without an answer, those that may be tried again. */
@Repository
@Unscoped("works on a cycle that was found through a scope")
class CloseCycle {

    private final JdbcClient jdbc;
    private final Clock clock;

    CloseCycle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders whose end nobody knows yet. */
    long unanswered(Cycle cycle) {
        return jdbc.sql("""
            select count(*) from benefits.pay_order
            where cycle = :cycle and state in ('PENDING', 'SENT', 'UNKNOWN')\
            """).param("cycle", cycle.id()).query(Long.class).single();
    }

    /** Lines that the bank refused and whose account in use was confirmed after that. */
    long retryable(Cycle cycle) {
        return jdbc.sql("select count(*) " + RETRYABLE)
                .param("cycle", cycle.id())
                .query(Long.class)
                .single();
    }

    /** The lines behind {@link #retryable}; {@code a} is the account in use, {@code p} the last attempt. */
    static final String RETRYABLE = """
        from benefits.line l
        join benefits.enrolment e on e.elder = l.elder and e.benefit = l.benefit and e.county = l.county
            and e.status = 'ACTIVE'
        join benefits.payee_account a on a.id = e.payee_account and a.state = 'CONFIRMED'
        join lateral (select o.line, o.fen, o.attempt, o.settled_at, o.state from benefits.pay_order o
            where o.line = l.id order by o.attempt desc limit 1) p on p.state = 'FAILED'
        where l.cycle = :cycle and l.hold = 'BANK_REFUSED' and a.confirmed_at > p.settled_at\
        """;

    void returned(UUID cycle, String why) {
        jdbc.sql("""
            update benefits.cycle_version v set returned_at = :at, returned_by = :by, returned_why = :why
            from benefits.cycle c where c.id = :cycle and v.cycle = c.id and v.version = c.version\
            """)
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("by", CurrentDesk.get().name())
                .param("why", why)
                .param("cycle", cycle)
                .update();
    }
}
