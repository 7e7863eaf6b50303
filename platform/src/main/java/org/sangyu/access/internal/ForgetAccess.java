package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Forgetting;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Destroys the data keys of forgotten elders, and takes the names off their personal accounts. */
@Unscoped("by ids that the register found in the scope")
@Component
class ForgetAccess implements Forgetting {

    private final PersonKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;

    ForgetAccess(PersonKeys keys, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void forget(Collection<ElderId> elders) {
        keys.destroy(elders);
        jdbc.sql("select access.forget_accounts(:people, :today)")
                .param("people", elders.stream().map(ElderId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(rows -> {});
    }
}
