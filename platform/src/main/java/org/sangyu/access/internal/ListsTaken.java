package org.sangyu.access.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.ListTaken;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who stood in an exported list: one row a village, written in one statement. */
@Repository
class ListsTaken implements ListTaken {

    private final JdbcClient jdbc;
    private final Clock clock;

    ListsTaken(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    @Unscoped("writes only; row security keeps the rows inside the desk's place")
    public void keep(UUID run, String verb, People people) {
        Map<ElderId, Place> all = people.all();
        if (all.isEmpty()) {
            return;
        }
        Desk desk = CurrentDesk.get();
        jdbc.sql("""
                        insert into access.list_taken (run, at, person, role, desk_place, verb, people)
                        values (:run, :at, :person, :role, :deskPlace, :verb, :people)
                        """)
                .param("run", run)
                .param("at", OffsetDateTime.now(clock))
                .param("person", desk.name())
                .param("role", desk.role().name())
                .param("deskPlace", desk.place().path())
                .param("verb", verb)
                .param("people", all.size())
                .update();
        jdbc.sql("""
                        insert into access.list_people (run, place, people)
                        select :run, place, array_agg(elder)
                        from unnest(:places, :elders) as one (place, elder) group by place
                        """)
                .param("run", run)
                .param("places", all.values().stream().map(Place::path).toArray(String[]::new))
                .param("elders", all.keySet().stream().map(ElderId::value).toArray(UUID[]::new))
                .update();
    }
}
