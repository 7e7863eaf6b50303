package org.sangyu.files.internal;

import java.util.List;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps files of townships and villages in reach of their desks; those of a county stay with the county that made them. */
@Unscoped("files hold nothing by which people are found")
@Component
class FileMoves implements PlaceFollower {

    private final JdbcClient jdbc;

    FileMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Touched> touched(Place place) {
        return List.of();
    }

    @Override
    public void follow(Move move) {
        jdbc.sql("""
                        update files.file set place = :new || substr(place, length(:old) + 1)
                        where place >= :old and place < :end and length(place) > :county""")
                .param("new", move.to())
                .param("old", move.from())
                .param("end", move.fromEnd())
                .param("county", PlaceLevel.COUNTY.pathLength())
                .update();
    }
}
