package org.sangyu.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderCards;
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

    private static final String LOOKS = """
        select at, id, person, role, desk_place, verb, coalesce(detail ->> 'reason', '') as reason,
            coalesce(detail ->> 'viewing', '') as viewing, 0 as people
        from access.audit_line
        where subject = :elder and role <> ''
            and (place >= :lo and place < :hi or subject = any(cast(:people as uuid[])))
        union all
        select t.at, 0, t.person, t.role, t.desk_place, t.verb, '', '', t.people
        from access.list_people p join access.list_taken t on t.run = p.run
        where p.people @> array[cast(:elder as uuid)]
            and (p.place = :place and p.place >= :lo and p.place < :hi or p.people && cast(:people as uuid[]))
        order by at desc, id desc offset :offset limit :limit
        """;

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
    public List<Look> listLooks(ElderCards.ElderCard elder, Scope scope, int offset, int limit) {
        return jdbc.sql(LOOKS)
                .param("elder", elder.id().value())
                .param("place", elder.place().path())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(UUID[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        Role.valueOf(row.getString("role")),
                        row.getString("desk_place").length() <= 1 ? null : new Place(row.getString("desk_place")),
                        row.getString("verb"),
                        row.getString("reason"),
                        row.getString("viewing"),
                        row.getInt("people")))
                .list();
    }
}
