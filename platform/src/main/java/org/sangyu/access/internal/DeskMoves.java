package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives everybody who works in a place a desk where it lies now. Desks of a former county stay beside it, because what is
 * frozen there is seen from nowhere else below the city; desks of townships and villages are taken back. A desk with a last
 * day keeps it. Those whom elders trust see one person and no place: their desk stays, with the id of its consent. Desks to
 * which people are assigned keep their id and change their place; organisations go along.
 */
@Unscoped("desks hold nothing of people")
@Component
class DeskMoves implements PlaceFollower {

    private static final String ASSIGNED = "role in ('VISITOR', 'ASSESSOR')";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Touched> touched(Place place) {
        long desks = jdbc.sql("""
                        select count(*) from access.desk_grant where place >= :lo and place < :hi and role <> 'RELATIVE'
                            and (to_day is null or to_day > :today)""")
                .param("today", LocalDate.now(clock))
                .param("lo", place.path())
                .param("hi", place.end())
                .query(Long.class)
                .single();
        return List.of(new Touched("access.follow.desks", desks));
    }

    @Override
    public void follow(Move move) {
        LocalDate today = LocalDate.now(clock);
        moved("organisation", "true", move);
        moved("desk_grant", ASSIGNED, move);
        jdbc.sql("""
                        insert into access.desk_grant (id, account, role, place, elder, from_day, to_day, lent_by,
                            organisation)
                        select uuidv7(), account, role, :new || substr(place, length(:old) + 1), elder,
                            greatest(from_day, cast(:today as date)), to_day, lent_by, organisation
                        from access.desk_grant where place >= :old and place < :end and role <> 'RELATIVE'
                            and (to_day is null or to_day > :today)
                        on conflict do nothing""")
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .param("today", today)
                .update();
        jdbc.sql("""
                        update access.desk_grant set to_day = greatest(from_day, cast(:today as date))
                        where place >= :old and place < :end and role <> 'RELATIVE'
                            and (to_day is null or to_day > :today) and length(place) > :county""")
                .param("old", move.from())
                .param("end", move.fromEnd())
                .param("today", today)
                .param("county", PlaceLevel.COUNTY.pathLength())
                .update();
    }

    private void moved(String table, String which, Move move) {
        jdbc.sql("update access." + table + " set place = :new || substr(place, length(:old) + 1)"
                        + " where place >= :old and place < :end and " + which)
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .update();
    }
}
