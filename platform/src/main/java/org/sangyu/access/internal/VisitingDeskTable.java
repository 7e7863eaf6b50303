package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Unscoped;
import org.sangyu.shared.VisitingDesks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Desks of visitors and assessors, for whoever assigns people to them. */
@Unscoped("desks say who works where and nothing about elders")
@Repository
class VisitingDeskTable implements VisitingDesks {

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitingDeskTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<VisitingDesk> in(Place place, int limit) {
        return jdbc.sql("""
                        select g.id, a.name, a.person, g.role, g.place, g.to_day from access.desk_grant g
                        join access.account a on a.id = g.account
                        where g.role in ('VISITOR', 'ASSESSOR') and not a.disabled
                            and (g.to_day is null or g.to_day > :today)
                            and (g.place >= :lo and g.place < :hi or starts_with(:lo, g.place))
                        order by a.person, g.id limit :limit
                        """)
                .param("today", LocalDate.now(clock))
                .param("lo", place.path())
                .param("hi", place.end())
                .param("limit", limit)
                .query((row, number) -> new VisitingDesk(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("person"),
                        Role.valueOf(row.getString("role")),
                        new Place(row.getString("place")),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class))
                                .map(after -> after.minusDays(1))
                                .orElse(null)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> held(Collection<UUID> desks) {
        return new HashSet<>(jdbc.sql("""
                        select g.id from access.desk_grant g join access.account a on a.id = g.account
                        where g.id = any(:desks) and not a.disabled and (g.to_day is null or g.to_day > :today)
                        """)
                .param("today", LocalDate.now(clock))
                .param("desks", desks.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
