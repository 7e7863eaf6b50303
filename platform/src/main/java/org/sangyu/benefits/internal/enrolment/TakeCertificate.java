package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes another place's certificate of months paid in (转入人员的已发证明): those months are never paid here again.
 *
 * <p>Only the county's clerk may, only forward in time, and never over a month that this county itself owes or paid.
 */
@Component
public class TakeCertificate {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    TakeCertificate(JdbcClient jdbc, TimeOrderedIds ids, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a certificate says: the last month paid, and which office says so in which paper. */
    public record Certificate(YearMonth paidThrough, String paper) {}

    /** The word key of why it was not taken in; empty when it was. */
    @Transactional
    @Unscoped("works at the current desk and inside its scope")
    public Optional<String> run(UUID enrolment, Certificate certificate) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CLERK) {
            return Optional.of("benefits.certificate.refused.desk");
        }
        if (certificate.paper().isBlank() || certificate.paper().length() > LONGEST) {
            return Optional.of("benefits.certificate.refused.paper");
        }
        if (certificate.paidThrough().isAfter(YearMonth.now(clock).plusMonths(1))) {
            return Optional.of("benefits.certificate.refused.month");
        }
        int done = write(enrolment, certificate, desk);
        if (done == 0) {
            return Optional.of("benefits.certificate.refused.paid");
        }
        audit.write(
                "enrolment.certificate",
                enrolment,
                desk.place(),
                Map.of(
                        "paidThrough", certificate.paidThrough().toString(),
                        "paper", certificate.paper().strip(),
                        "on", LocalDate.now(clock).toString()));
        return Optional.empty();
    }

    private int write(UUID enrolment, Certificate certificate, Desk desk) {
        return jdbc.sql("""
            with moved as (
                update benefits.enrolment e set paid_before_to = :to, version = e.version + 1, changed_at = :now
                where e.id = :id and e.place >= :lo and e.place < :hi
                  and e.status not in ('ENDED', 'REFUSED') and coalesce(e.paid_before_to, '-infinity') < :to
                  and not exists (select 1 from benefits.due d where d.elder = e.elder
                    and d.benefit = e.benefit and d.county = e.county and d.fen > 0 and d.accrued < :to)
                returning e.id, e.elder, e.county, e.place, e.status
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status,
                at, by_account, by_name, by_role, why)
            select :step, id, elder, county, place, 'CERTIFICATE', status, status, :now, :account, :name, :role,
                :paper
            from moved\
            """)
                .param("to", certificate.paidThrough().plusMonths(1).atDay(1), java.sql.Types.DATE)
                .param("now", Rows.at(clock.instant()))
                .param("id", enrolment)
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .param("step", ids.next())
                .param("account", desk.account())
                .param("name", desk.name())
                .param("role", desk.role().name())
                .param("paper", certificate.paper().strip())
                .update();
    }
}
