package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What one person was paid of one benefit, period by period, for a certificate. */
@Repository
public class MonthsPaid {

    private final JdbcClient jdbc;

    MonthsPaid(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One period with all that arrived for it. */
    public record Paid(String period, long fen, @Nullable LocalDate paidOn) {}

    /** Periods in their order; only payments that arrived. */
    @Transactional(readOnly = true)
    public List<Paid> of(UUID elder, String benefit, Scope scope) {
        return jdbc.sql("""
            select period, sum(fen), max(paid_on) from benefits.pay_order
            where elder = :elder and benefit = :benefit and state = 'PAID' and county >= :lo and county < :hi
            group by period order by period\
            """)
                .param("elder", elder)
                .param("benefit", benefit)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Paid(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class)))
                .list();
    }
}
