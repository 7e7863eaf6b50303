package org.sangyu.benefits.internal.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Forgetting;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Empties accounts and words of enrolments. Whoever still has an open enrolment, hold, recovery, order or month stays by
 * name; vouchers of money are never touched.
 */
@Unscoped("by ids of people who left; row security and the database's own function look again")
@Component
class ForgetEnrolments implements Forgetting {

    /** The weightiest reason last: it is the one that is told. */
    private static final String OPEN = """
        select d.elder, 'privacy.stays.delivery' from benefits.delivery d
        where d.elder = any(cast(:elders as uuid[])) and d.state = 'WAITING'
        union all
        select h.elder, 'privacy.stays.hold' from benefits.hold h
        where h.elder = any(cast(:elders as uuid[])) and h.decision is null and h.resolved_at is null
        union all
        select l.elder, 'privacy.stays.hold' from benefits.line l
        where l.elder = any(cast(:elders as uuid[])) and l.hold is not null
        union all
        select e.elder, 'privacy.stays.enrolment' from benefits.enrolment e
        where e.elder = any(cast(:elders as uuid[])) and e.status not in ('ENDED', 'REFUSED')
        union all
        select l.elder, 'privacy.stays.cycle' from benefits.line l join benefits.cycle c on c.id = l.cycle
        where l.elder = any(cast(:elders as uuid[])) and c.state <> 'CLOSED'
        union all
        select o.elder, 'privacy.stays.order' from benefits.pay_order o
        where o.elder = any(cast(:elders as uuid[])) and o.state <> 'PAID' and not exists (
            select 1 from benefits.pay_order p where p.line = o.line and p.state = 'PAID')
        union all
        select r.elder, 'privacy.stays.recovery' from benefits.recovery_case r
        where r.elder = any(cast(:elders as uuid[])) and r.closed_on is null
        """;

    private final JdbcClient jdbc;

    ForgetEnrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ElderId, String> mustStay(Collection<ElderId> elders) {
        Map<ElderId, String> stay = new HashMap<>();
        jdbc.sql(OPEN).param("elders", array(elders)).query(row -> {
            stay.put(new ElderId(row.getObject(1, UUID.class)), row.getString(2));
        });
        return stay;
    }

    @Override
    public void forget(Collection<ElderId> elders) {
        jdbc.sql("select benefits.forget(cast(:elders as uuid[]))")
                .param("elders", array(elders))
                .query(rows -> {});
    }

    private static String array(Collection<ElderId> elders) {
        return Rows.array(elders.stream().map(ElderId::value).toList());
    }
}
