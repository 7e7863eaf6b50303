package org.sangyu.registry.internal.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.Registry;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each source saw a person last, and whom none has seen for long. */
@Repository
class SeenRows {

    /**
     * Of those whom nobody ever saw only people who have been in the register for that long, and only where the county
     * ever had a list of people seen: else the list would be the register.
     */
    private static final String UNSEEN = """
            from registry.elder e left join lateral (
                select s.seen_on, s.source from registry.seen s where s.elder = e.id
                order by s.seen_on desc, s.source limit 1) k on true
            where e.place >= :lo and e.place < :hi and e.died is null
              and (k.seen_on < :since or k.seen_on is null and exists (select from registry.identity_fact i
                  where i.elder = e.id and i.recorded_from < cast(:since as date))
                  and exists (select from registry.comparison c where c.county = e.county and c.kind = 'SEEN'
                      and c.read_at is not null))
              and not exists (select from registry.life_fact l where l.elder = e.id and l.kind = 'MOVED_OUT'
                  and l.recorded_to = 'infinity')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SeenRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Unseen(
            ElderId elder,
            @Nullable LocalDate last,
            @Nullable FactSourceCode by) {}

    List<Unseen> unseen(Scope scope, LocalDate since, int offset, int limit) {
        return in(
                        scope,
                        "select e.id, k.seen_on, k.source " + UNSEEN
                                + " order by e.place, e.name, e.id offset :offset limit :limit")
                .param("since", since)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> {
                    String source = row.getString("source");
                    return new Unseen(
                            new ElderId(row.getObject("id", UUID.class)),
                            row.getObject("seen_on", LocalDate.class),
                            source == null ? null : FactSourceCode.valueOf(source));
                })
                .list();
    }

    long count(Scope scope, LocalDate since) {
        return in(scope, "select count(*) from (select 1 " + UNSEEN + " limit " + (Registry.COUNT_STOP + 1) + ") u")
                .param("since", since)
                .query(Long.class)
                .single();
    }

    /** The village saw them; how many of them are in the desk's scope. */
    int seen(List<ElderId> people, LocalDate on, String by, Desk desk) {
        return in(desk.scope(), """
                        insert into registry.seen as k (elder, source, place, seen_on, by_name, recorded_at)
                        select e.id, 'VILLAGE', e.place, :on, :by, :now from registry.elder e
                        where e.id = any(cast(:people as uuid[])) and e.place >= :lo and e.place < :hi and e.died is null
                        on conflict (elder, source) do update set seen_on = greatest(k.seen_on, excluded.seen_on),
                            place = excluded.place, by_name = excluded.by_name, recorded_at = excluded.recorded_at
                        """)
                .param("people", people.stream().map(ElderId::toString).collect(Collectors.joining(",", "{", "}")))
                .param("on", on)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql).param("lo", scope.lo()).param("hi", scope.hi());
    }
}
