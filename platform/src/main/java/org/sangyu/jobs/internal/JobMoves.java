package org.sangyu.jobs.internal;

import java.util.List;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the work of townships in reach of their desks; a place with work under way is not changed. */
@Unscoped("jobs hold nothing of people")
@Component
class JobMoves implements PlaceFollower {

    private final JdbcClient jdbc;

    JobMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of(new Touched("jobs.follow.running", running(place)));
    }

    @Override
    public List<String> obstacles(Place place, boolean leavesCounty) {
        return running(place) == 0 ? List.of() : List.of("jobs.follow.wait");
    }

    private long running(Place place) {
        return jdbc.sql("select count(*) from jobs.job where ended_at is null and place >= :lo and place < :hi")
                .param("lo", place.path())
                .param("hi", place.end())
                .query(Long.class)
                .single();
    }

    @Override
    public void follow(Move move) {
        for (String table : List.of("jobs.job", "jobs.progress")) {
            jdbc.sql("""
                            update %s set place = :new || substr(place, length(:old) + 1)
                            where place >= :old and place < :end and length(place) > :county""".formatted(table))
                    .param("new", move.to())
                    .param("old", move.from())
                    .param("end", move.fromEnd())
                    .param("county", PlaceLevel.COUNTY.pathLength())
                    .update();
        }
    }
}
