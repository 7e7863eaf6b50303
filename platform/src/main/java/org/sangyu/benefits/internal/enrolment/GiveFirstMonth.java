package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the first payable month of one person, where a county's rule is that it is given (逐人指定). */
@Component
public class GiveFirstMonth {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    GiveFirstMonth(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes the month on an enrolment that the county has not approved yet; approval keeps it inside the limit of months
     * back.
     *
     * @param month as typed, {@code 2026-05}
     * @return false when it is no month, or this desk may not
     */
    @Transactional
    @Unscoped("works at the current desk and inside its scope")
    public boolean run(UUID enrolment, String month) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CLERK) {
            return false;
        }
        YearMonth given;
        try {
            given = YearMonth.parse(month.strip());
        } catch (DateTimeParseException notAMonth) {
            return false;
        }
        boolean done = jdbc.sql("""
                        update benefits.enrolment e set first_payable = :month, version = e.version + 1, changed_at = :now
                        where e.id = :id and e.place >= :lo and e.place < :hi and e.status = 'TOWNSHIP_REVIEWED'""")
                        .param("month", given.atDay(1))
                        .param("now", Rows.at(clock.instant()))
                        .param("id", enrolment)
                        .param("lo", desk.scope().lo())
                        .param("hi", desk.scope().hi())
                        .update()
                == 1;
        if (done) {
            audit.write("enrolment.first", enrolment, desk.place(), Map.of("month", given.toString()));
        }
        return done;
    }
}
