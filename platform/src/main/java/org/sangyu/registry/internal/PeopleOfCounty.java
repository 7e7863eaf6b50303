package org.sangyu.registry.internal;

import java.util.List;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody of a place, page by page in the order of ids, for work that goes through all. */
@Unscoped("work of a whole county; row security still holds")
@Repository
class PeopleOfCounty {

    private final JdbcClient jdbc;

    PeopleOfCounty(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ElderId> after(Place place, UUID after, int limit) {
        return jdbc.sql("""
                        select id from registry.elder where place >= :lo and place < :hi and id > :after
                        order by id limit :limit""")
                .param("lo", place.path())
                .param("hi", place.end())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new ElderId(row.getObject(1, UUID.class)))
                .list();
    }
}
