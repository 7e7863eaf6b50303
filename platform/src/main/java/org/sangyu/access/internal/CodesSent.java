package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the codes sent in the last hour. */
@Unscoped("asked before anybody is known; holds no code and no number in clear")
@Repository
class CodesSent {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PhoneRules rules;

    CodesSent(JdbcClient jdbc, Clock clock, PhoneRules rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Counts one more, unless there are too many already.
     *
     * @param known the browser signed in with this telephone before
     */
    @Transactional
    boolean admit(byte[] phone, String address, boolean known) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from access.code_sent where at < :old")
                .param("old", now.minus(HOUR))
                .update();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.code_sent'))").query(rows -> {});
        boolean free = jdbc.sql("""
                        select (select count(*) from access.code_sent where phone = :phone and known = :known) < :perPhone
                            and (select count(*) from access.code_sent where address = :address) < :perAddress
                        """)
                .param("phone", phone)
                .param("known", known)
                .param("address", address)
                .param("perPhone", rules.perPhone())
                .param("perAddress", rules.perAddress())
                .query(Boolean.class)
                .single();
        if (free) {
            jdbc.sql("insert into access.code_sent (phone, address, known, at) values (:phone, :address, :known, :at)")
                    .param("phone", phone)
                    .param("address", address)
                    .param("known", known)
                    .param("at", now)
                    .update();
        }
        return free;
    }
}
