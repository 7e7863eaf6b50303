package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.LookedAt;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was looked at and done on one elder's record, in the ledger. */
@Repository
class LooksOfElders implements LookedAt {

    private static final String OPENED = "registry.open";
    private static final Duration ONE_LOOK = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    LooksOfElders(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void opened(ElderId elder, Place place) {
        Desk desk = Viewing.now().map(Viewing::viewer).orElseGet(CurrentDesk::get);
        boolean lately = jdbc.sql("""
                        select exists (select 1 from access.audit_line where subject = :elder and account = :account
                            and verb = :verb and at > :since)""")
                .param("elder", elder.value())
                .param("account", desk.account())
                .param("verb", OPENED)
                .param("since", OffsetDateTime.now(clock).minus(ONE_LOOK))
                .query(Boolean.class)
                .single();
        if (!lately) {
            audit.write(OPENED, elder.value(), place, Map.of());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Look> listLooks(ElderId elder, Scope scope, int offset, int limit) {
        return jdbc.sql("""
                        select at, person, role, desk_place, verb, coalesce(detail ->> 'reason', '') as reason
                        from access.audit_line
                        where subject = :elder and role <> ''
                            and (place >= :lo and place < :hi or subject = any(cast(:people as uuid[])))
                        order by at desc, id desc offset :offset limit :limit
                        """)
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(java.util.UUID[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        Role.valueOf(row.getString("role")),
                        row.getString("desk_place").length() <= 1 ? null : new Place(row.getString("desk_place")),
                        row.getString("verb"),
                        row.getString("reason")))
                .list();
    }
}
