package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Up to which day the projection follows the calendar, and for whom it must follow. */
@Unscoped("the calendar moves for everybody; row security still holds")
@Repository
class TurnedDays {

    private static final String CHANGED = Stream.of(
                    FactTable.IDENTITY, FactTable.RESIDENCE, FactTable.CONTACT, FactTable.TAG, FactTable.LIFE)
            .map(table -> """
                    select f.elder from %s f, registry.turned_day t
                    where f.recorded_to = 'infinity' and f.elder > :after
                        and ((f.valid_from > t.day and f.valid_from <= :today)
                            or (f.valid_to > t.day and f.valid_to <= :today))
                    """.formatted(table.table()))
            .collect(Collectors.joining(" union ", "", " order by elder limit :limit"));

    private final JdbcClient jdbc;

    TurnedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day reached; today for an installation that never asked. */
    LocalDate begin(LocalDate today) {
        jdbc.sql("insert into registry.turned_day (day) values (:today) on conflict do nothing")
                .param("today", today)
                .update();
        return jdbc.sql("select day from registry.turned_day")
                .query(LocalDate.class)
                .single();
    }

    void reached(LocalDate today) {
        jdbc.sql("update registry.turned_day set day = greatest(day, cast(:today as date))")
                .param("today", today)
                .update();
    }

    /** People of whom something began or ended after the day reached and up to today; in the order of their ids. */
    List<ElderId> changedBy(LocalDate today, UUID after, int limit) {
        return jdbc.sql(CHANGED)
                .param("after", after)
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new ElderId(row.getObject("elder", UUID.class)))
                .list();
    }
}
