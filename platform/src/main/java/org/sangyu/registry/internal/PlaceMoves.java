package org.sangyu.registry.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.regions.PlacesChanged;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows changes of administrative division: every place column of the registry is rewritten, a statement a table.
 *
 * <p>Doing it twice changes nothing the second time, because no row bears the old path then.
 */
@Component
class PlaceMoves {

    private static final int PAGE = 4_000;
    private static final Desk EVERYWHERE = Desk.of("system", "系统", Role.ADMINISTRATOR, Place.NATION);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ElderProjection projection;
    private final RegistryEvents events;
    private final Clock clock;

    PlaceMoves(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ElderProjection projection,
            RegistryEvents events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.projection = projection;
        this.events = events;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener
    void on(PlacesChanged change) {
        CurrentDesk.run(
                EVERYWHERE,
                () -> transactions.executeWithoutResult(status -> {
                    long people = 0;
                    for (PlacesChanged.Move move : change.moves()) {
                        people += rewrite(move);
                    }
                    events.recorded(change.change(), clock.instant(), "places", Place.NATION, people);
                }));
    }

    private long rewrite(PlacesChanged.Move move) {
        for (FactTable table : FactTable.values()) {
            rewrite(table.table(), "place", move);
        }
        rewrite("registry.residence_fact", "at", move);
        rewrite("registry.elder", "registered", move);
        rewrite("registry.elder", "resides", move);
        jdbc.sql("""
                insert into registry.served_place (place)
                select distinct left(:new || substr(place, length(:old) + 1), 7) from registry.served_place
                where place >= :old and place < :old || '~' on conflict do nothing""").param("old", move.oldPath()).param("new", move.newPath()).update();
        long people = rewrite("registry.elder", "place", move);
        if (!ElderProjection.countyOf(move.oldPath()).equals(ElderProjection.countyOf(move.newPath()))) {
            renewKeys(move.newPath());
        }
        return people;
    }

    private long rewrite(String table, String column, PlacesChanged.Move move) {
        return jdbc.sql(
                        "update %1$s set %2$s = :new || substr(%2$s, length(:old) + 1) where %2$s >= :old and %2$s < :old || '~'"
                                .formatted(table, column))
                .param("old", move.oldPath())
                .param("new", move.newPath())
                .update();
    }

    /** Keys of the last four digits are bound to the county, so they are made again under the new one. */
    private void renewKeys(String path) {
        UUID after = new UUID(0, 0);
        List<ElderId> page;
        do {
            page = new ArrayList<>(jdbc.sql("""
                    select id from registry.elder where place >= :lo and place < :lo || '~' and id > :after
                    order by id limit :limit""")
                    .param("lo", path)
                    .param("after", after)
                    .param("limit", PAGE)
                    .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                    .list());
            projection.rebuild(page);
            after = page.isEmpty() ? after : page.getLast().value();
        } while (page.size() == PAGE);
    }
}
