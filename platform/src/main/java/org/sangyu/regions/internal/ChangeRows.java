package org.sangyu.regions.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes changes of places, set-based; all of one change in one transaction. */
@Unscoped("changes of the nation's places are public")
@Repository
class ChangeRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A change as it was asked for. */
    record Stored(LocalDate day, String steps) {}

    void add(UUID id, PlaceChange change, String steps, String account) {
        jdbc.sql("""
                        insert into regions.change (id, day, basis, steps, account, at)
                        values (:id, :day, :basis, :steps::jsonb, :account, :now)
                        """)
                .param("id", id)
                .param("day", change.day())
                .param("basis", change.basis())
                .param("steps", steps)
                .param("account", account)
                .param("now", now())
                .update();
    }

    /** The change, locked until the transaction ends; empty when it is done already. */
    Optional<Stored> open(UUID id) {
        return jdbc.sql("select day, steps from regions.change where id = :id and done_at is null for update")
                .param("id", id)
                .query((row, number) -> new Stored(row.getObject("day", LocalDate.class), row.getString("steps")))
                .optional();
    }

    void done(UUID id) {
        jdbc.sql("update regions.change set done_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    void rename(PlaceInfo place, String name, LocalDate day) {
        Readings.Reading reading = new Readings().of(name);
        jdbc.sql("""
                        update regions.place set name = :name, core = :core, pinyin = :pinyin, initials = :initials
                        where id = :id
                        """)
                .param("name", name)
                .param("core", org.sangyu.regions.PlaceNames.core(name))
                .param("pinyin", reading.pinyin())
                .param("initials", reading.initials())
                .param("id", place.id())
                .update();
        closePath(place.place().path(), day, false);
        jdbc.sql("""
                        insert into regions.place_path (path, place, name, from_day)
                        values (:path, :id, :name, :day)
                        """)
                .param("path", place.place().path())
                .param("id", place.id())
                .param("name", name)
                .param("day", day)
                .update();
    }

    void recode(long place, CodeSystem system, @Nullable String code, LocalDate day) {
        jdbc.sql("""
                        update regions.place_code set to_day = :day
                        where place = :place and system = :system and to_day is null
                        """)
                .param("place", place)
                .param("system", system.name())
                .param("day", day)
                .update();
        if (code != null) {
            jdbc.sql("""
                            insert into regions.place_code (place, system, code, from_day)
                            values (:place, :system, :code, :day)
                            """)
                    .param("place", place)
                    .param("system", system.name())
                    .param("code", code)
                    .param("day", day)
                    .update();
        }
    }

    /** The first path segment below a place that none ever had, also not formerly. */
    Place freePath(Place parent) {
        PlaceLevel level = PlaceLevel.values()[parent.level().ordinal() + 1];
        int width = level.pathLength() - parent.level().pathLength();
        String last = jdbc.sql("""
                        select coalesce(max(left(path, :length)), '') from regions.place_path
                        where path > :from and path < :to
                        """)
                .param("length", level.pathLength())
                .param("from", parent.path())
                .param("to", parent.end())
                .query(String.class)
                .single();
        int number = last.isEmpty()
                ? 1
                : PlaceFile.number(last.substring(parent.path().length())) + 1;
        return new Place(parent.path() + PlaceFile.segment(number, width));
    }

    /** Moves a whole subtree: every place in it gets its new path from that day. */
    void move(UUID change, Place from, Place to, LocalDate day) {
        closePath(from.path(), day, true);
        jdbc.sql("""
                        update regions.place set path = :new || substr(path, length(:old) + 1)
                        where path >= :old and path < :end
                        """)
                .param("new", to.path())
                .param("old", from.path())
                .param("end", from.end())
                .update();
        jdbc.sql("update regions.place set parent = (select id from regions.place where path = :parent)"
                        + " where path = :path")
                .param(
                        "parent",
                        to.at(PlaceLevel.values()[to.level().ordinal() - 1]).path())
                .param("path", to.path())
                .update();
        jdbc.sql("""
                        insert into regions.place_path (path, place, name, from_day)
                        select path, id, name, :day from regions.place where path >= :new and path < :end
                        """)
                .param("day", day)
                .param("new", to.path())
                .param("end", to.end())
                .update();
        remember(change, from, to, false);
    }

    /** Ends a place below which nothing is left; people still kept at it go to the other. */
    void end(UUID change, PlaceInfo place, Place into, LocalDate day) {
        jdbc.sql("update regions.place set ended = :day where id = :id")
                .param("day", day)
                .param("id", place.id())
                .update();
        closePath(place.place().path(), day, false);
        jdbc.sql("update regions.place_code set to_day = :day where place = :id and to_day is null")
                .param("day", day)
                .param("id", place.id())
                .update();
        remember(change, place.place(), into, true);
    }

    /** Adds a place that comes to be on that day. */
    void create(Place parent, String name, LocalDate day) {
        Place path = freePath(parent);
        Readings.Reading reading = new Readings().of(name);
        jdbc.sql("""
                        with made as (
                            insert into regions.place (level, name, core, titled, parent, path, pinyin, initials)
                            select :level, :name, :core, true, p.id, :path, :pinyin, :initials
                            from regions.place p where p.path = :parent
                            returning id)
                        insert into regions.place_path (path, place, name, from_day) select :path, id, :name, :day from made
                        """)
                .param("level", path.level().ordinal())
                .param("name", name)
                .param("core", org.sangyu.regions.PlaceNames.core(name))
                .param("path", path.path())
                .param("pinyin", reading.pinyin())
                .param("initials", reading.initials())
                .param("parent", parent.path())
                .param("day", day)
                .update();
    }

    private void closePath(String path, LocalDate day, boolean below) {
        jdbc.sql("""
                        update regions.place_path set to_day = :day
                        where path >= :path and path < :end and to_day is null
                        """)
                .param("day", day)
                .param("path", path)
                .param("end", below ? path + "~" : path + "!")
                .update();
    }

    private void remember(UUID change, Place from, Place to, boolean merged) {
        jdbc.sql("""
                        insert into regions.move (change, old_path, new_path, merged, number)
                        values (:change, :old, :new, :merged,
                                (select count(*) from regions.move where change = :change))
                        """)
                .param("change", change)
                .param("old", from.path())
                .param("new", to.path())
                .param("merged", merged)
                .update();
    }

    /** Counts the places below anew, for all whose counts the change may touch. */
    void recount(Place under) {
        jdbc.sql("""
                        insert into regions.place_count (path, counties, townships, villages)
                        select u.path, count(*) filter (where level = 3), count(*) filter (where level = 4),
                               count(*) filter (where level = 5)
                        from regions.place p,
                             unnest(array[left(p.path, 1), left(p.path, 3), left(p.path, 5), left(p.path, 7),
                                          left(p.path, 10)]) with ordinality as u (path, depth)
                        where u.depth <= p.level and p.ended is null and p.path >= :from and p.path < :to
                          and length(u.path) >= length(:from)
                        group by u.path
                        on conflict (path) do update set counties = excluded.counties,
                            townships = excluded.townships, villages = excluded.villages
                        """).param("from", under.path()).param("to", under.end()).update();
    }

    List<PlaceFollower.Move> moves(UUID change) {
        return jdbc.sql("select old_path, new_path, merged from regions.move where change = :change order by number")
                .param("change", change)
                .query((row, number) -> new PlaceFollower.Move(
                        row.getString("old_path"), row.getString("new_path"), row.getBoolean("merged")))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
