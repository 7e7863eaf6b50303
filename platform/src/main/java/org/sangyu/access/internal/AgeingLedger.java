package org.sangyu.access.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.sangyu.shared.AgeingRecords;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of the ledger, in whole seals, where a rule of the installation ends them; seals and hashes stay for ever. */
@Unscoped("the ledger of the whole installation is one chain; nothing of a line is read")
@Component
class AgeingLedger implements AgeingRecords {

    private final JdbcClient jdbc;

    AgeingLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public long count(Instant before) {
        return jdbc.sql("""
                        select count(*) from access.audit_line l join access.audit_leaf f on f.line = l.id
                        where f.seal <= (select max(s.number) from access.audit_seal s where s.at < :before)""").param("before", at(before)).query(Long.class).single();
    }

    @Override
    public long erase(Instant before, int most) {
        return jdbc.sql("select access.erase_lines(:before, :most)")
                .param("before", at(before))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
