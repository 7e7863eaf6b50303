package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Forgetting;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties the record, its facts, consents and rows of rosters; what is still open about somebody keeps the record. */
@Unscoped("by ids of people who left; row security and the database's own function look again")
@Component
class ForgetElders implements Forgetting {

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgetElders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<ElderId, String> mustStay(Collection<ElderId> elders) {
        Map<ElderId, String> stay = new HashMap<>();
        jdbc.sql("""
                        select p.elder, 'privacy.stays.parked' from registry.intake_parked p
                        where p.elder = any(cast(:elders as uuid[])) and p.decision is null
                        union all
                        select c.elder, 'privacy.stays.compared' from registry.compared c
                        where c.elder = any(cast(:elders as uuid[])) and c.state = 'OPEN'""").param("elders", ScopeSql.array(elders)).query(row -> {
            stay.put(new ElderId(row.getObject(1, UUID.class)), row.getString(2));
        });
        return stay;
    }

    /** Nothing was learned about anybody: no event, and nobody is decided for anew. */
    @Override
    public void forget(Collection<ElderId> elders) {
        jdbc.sql("select registry.forget(cast(:elders as uuid[]), :at)")
                .param("elders", ScopeSql.array(elders))
                .param("at", OffsetDateTime.now(clock))
                .query(rows -> {});
    }
}
