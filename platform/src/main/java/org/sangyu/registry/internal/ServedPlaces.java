package org.sangyu.registry.internal;

import java.util.HashSet;
import java.util.Set;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counties whose people this installation keeps; a setting, without people, so without a scope. */
@Unscoped("places served hold nothing of people")
@Repository
class ServedPlaces {

    private final JdbcClient jdbc;

    ServedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> all() {
        return new HashSet<>(jdbc.sql("select place from registry.served_place")
                .query(String.class)
                .list());
    }

    void add(Place county) {
        jdbc.sql("insert into registry.served_place (place) values (:place) on conflict do nothing")
                .param("place", county.path())
                .update();
    }
}
