package org.sangyu.desk.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.sangyu.shared.Audit;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Telephone numbers of townships and counties. They belong to offices and are read by everyone. */
@Unscoped("telephones of offices are public")
@Repository
public class Contacts {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is stored for exactly this place. */
    @Transactional(readOnly = true)
    public Optional<Contact> find(Place place) {
        return read(place);
    }

    /** Whom somebody who lives there calls: the township, else the county, else nobody is stored. */
    @Transactional(readOnly = true)
    public Optional<Contact> findFor(Place home) {
        return nearest(home, PlaceLevel.TOWNSHIP).or(() -> nearest(home, PlaceLevel.COUNTY));
    }

    /**
     * Stores the desk's own number.
     *
     * @return false when somebody changed it after the version that was shown; nothing is stored then
     */
    @Transactional
    public boolean save(Desk desk, Contact contact) {
        int rows = jdbc.sql("""
                        insert into desk.contact as c (place, office, telephone, changed_by, changed_at)
                        select :place, :office, :telephone, :by, :at
                        where :version = 0 or exists (select 1 from desk.contact where place = :place)
                        on conflict (place) do update set office = excluded.office, telephone = excluded.telephone,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = c.version + 1
                        where c.version = :version
                        """)
                .param("place", contact.place().path())
                .param("office", contact.office())
                .param("telephone", contact.telephone())
                .param("by", desk.account())
                .param("at", OffsetDateTime.now(clock))
                .param("version", contact.version())
                .update();
        if (rows == 1) {
            audit.write(
                    "contact.change",
                    null,
                    contact.place(),
                    Map.of("office", contact.office(), "telephone", contact.telephone()));
        }
        return rows == 1;
    }

    private Optional<Contact> nearest(Place home, PlaceLevel level) {
        return home.level().compareTo(level) < 0 ? Optional.empty() : read(home.at(level));
    }

    private Optional<Contact> read(Place place) {
        return jdbc.sql("select office, telephone, version from desk.contact where place = :place")
                .param("place", place.path())
                .query((row, number) ->
                        new Contact(place, row.getString("office"), row.getString("telephone"), row.getLong("version")))
                .optional();
    }
}
