package org.sangyu.policy.internal.own;

import java.util.List;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Values that a place entered for itself hold for its official code. A place that leaves its county gets another, so its
 * own values must be ended first and entered again after the move: never silently lost, never silently kept.
 */
@Unscoped("a change of places concerns everybody in them; own values hold no people")
@Component
class OwnPlaces implements PlaceFollower {

    private final JdbcClient jdbc;

    OwnPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of(new Touched("policy.follow.own", open(place)));
    }

    @Override
    public List<String> obstacles(Place place, boolean leavesCounty) {
        return leavesCounty && open(place) > 0 ? List.of("policy.follow.own-first") : List.of();
    }

    /** Nothing goes along: what is open hinders the move, what has ended keeps the place that decided it. */
    @Override
    public void follow(Move move) {}

    private long open(Place place) {
        return jdbc.sql("select count(*) from policy.own_value where state in ('PROPOSED', 'IN_FORCE')"
                        + " and place >= :lo and place < :hi")
                .param("lo", place.path())
                .param("hi", place.end())
                .query(Long.class)
                .single();
    }
}
