package org.sangyu.registry.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people, their facts and the rows of their rosters along when places change: a statement a column. */
@Unscoped("a change of places concerns everybody in them; row security still holds")
@Component
class PlaceMoves implements PlaceFollower {

    private static final int PAGE = 4_000;

    private final JdbcClient jdbc;
    private final ElderProjection projection;
    private final RegistryEvents events;
    private final TimeOrderedIds ids;
    private final Clock clock;

    PlaceMoves(JdbcClient jdbc, ElderProjection projection, RegistryEvents events, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.projection = projection;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of(
                new Touched("registry.follow.people", count("registry.elder", "place", "", place)),
                new Touched(
                        "registry.follow.parked",
                        count("registry.intake_parked", "belongs", " and decision is null", place)));
    }

    private long count(String table, String column, String also, Place place) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " >= :lo and " + column + " < :hi"
                        + also)
                .param("lo", place.path())
                .param("hi", place.end())
                .query(Long.class)
                .single();
    }

    @Override
    public void follow(Move move) {
        for (FactTable table : FactTable.values()) {
            rewrite(table.table(), "place", move);
        }
        rewrite("registry.residence_fact", "at", move);
        for (String column : List.of("belongs", "place", "registered", "resides")) {
            rewrite("registry.intake_parked", column, move);
        }
        rewrite("registry.intake_row", "place", move);
        rewrite("registry.intake", "place", move);
        rewrite("registry.compared", "place", move);
        rewrite("registry.seen", "place", move);
        rewrite("registry.comparison", "county", move);
        rewrite("registry.elder", "registered", move);
        rewrite("registry.elder", "resides", move);
        jdbc.sql("""
                insert into registry.served_place (place)
                select distinct left(:new || substr(place, length(:old) + 1), 7) from registry.served_place
                where place >= :old and place < :end on conflict do nothing""")
                .param("old", move.from())
                .param("new", move.to())
                .param("end", move.fromEnd())
                .update();
        long people = rewrite("registry.elder", "place", move);
        if (people > 0 && !ElderProjection.countyOf(move.from()).equals(ElderProjection.countyOf(move.to()))) {
            dropKeys(move.to());
            renewKeys(move.to());
        }
        events.recorded(ids.next(), clock.instant(), "places", Place.NATION, people);
    }

    private long rewrite(String table, String column, Move move) {
        return jdbc.sql(
                        "update %1$s set %2$s = :new || substr(%2$s, length(:old) + 1) where %2$s >= :old and %2$s < :end"
                                .formatted(table, column))
                .param("old", move.from())
                .param("new", move.to())
                .param("end", move.fromEnd())
                .update();
    }

    private void dropKeys(String path) {
        jdbc.sql("""
                update registry.elder set id4_idx = null, phone4_idx = null
                where place >= :lo and place < :lo || '~'""").param("lo", path).update();
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
