package org.sangyu.desk.internal;

import java.util.List;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the telephone numbers of offices along; an office that has its own keeps it. */
@Unscoped("telephones of offices are public")
@Component
class ContactMoves implements PlaceFollower {

    private final JdbcClient jdbc;

    ContactMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of();
    }

    @Override
    public void follow(Move move) {
        jdbc.sql("""
                        update desk.contact c set place = :new || substr(c.place, length(:old) + 1)
                        where c.place >= :old and c.place < :end and not exists (select 1 from desk.contact o
                            where o.place = :new || substr(c.place, length(:old) + 1))""")
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .update();
    }
}
