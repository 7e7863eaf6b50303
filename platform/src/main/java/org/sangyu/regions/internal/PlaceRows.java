package org.sangyu.regions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.FormerPath;
import org.sangyu.regions.PlaceCode;
import org.sangyu.regions.PlaceCounts;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.VillageNames.Former;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of places; public, so without a scope. */
@Unscoped("places of the nation are public")
@Repository
class PlaceRows {

    private static final String PLACE = "select p.id, p.path, p.name, p.titled, p.ended from regions.place p ";

    private final JdbcClient jdbc;

    PlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another text after every change of places. */
    String stamp() {
        return jdbc.sql("select count(*) || ' ' || coalesce(max(done_at)::text, '') from regions.change"
                        + " where done_at is not null")
                .query(String.class)
                .single();
    }

    Optional<PlaceInfo> find(Place path) {
        return jdbc.sql(PLACE + "where p.path = :path")
                .param("path", path.path())
                .query(PlaceRows::place)
                .optional()
                .or(() -> jdbc.sql(
                                PLACE
                                        + "where p.id = (select h.place from regions.place_path h where h.path = :path limit 1)")
                        .param("path", path.path())
                        .query(PlaceRows::place)
                        .optional());
    }

    Optional<PlaceInfo> find(long id) {
        return jdbc.sql(PLACE + "where p.id = :id")
                .param("id", id)
                .query(PlaceRows::place)
                .optional();
    }

    Optional<PlaceInfo> findByCode(CodeSystem system, String code, LocalDate day) {
        return jdbc.sql(PLACE + """
                        join regions.place_code c on c.place = p.id
                        where c.code = :code and c.system = :system
                          and (c.from_day is null or c.from_day <= :day) and (c.to_day is null or c.to_day > :day)
                        limit 1
                        """)
                .param("code", code)
                .param("system", system.name())
                .param("day", day)
                .query(PlaceRows::place)
                .optional();
    }

    List<PlaceCode> codes(long id) {
        return jdbc.sql("""
                        select system, code, from_day, to_day from regions.place_code where place = :id
                        order by to_day is not null, system, from_day desc nulls last
                        """)
                .param("id", id)
                .query((row, number) -> new PlaceCode(
                        CodeSystem.valueOf(row.getString("system")),
                        row.getString("code"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    List<PlaceInfo> children(Place parent, int offset, int limit) {
        return jdbc.sql(PLACE + """
                        where p.parent = (select id from regions.place where path = :path) and p.ended is null
                        order by p.path offset :offset limit :limit
                        """)
                .param("path", parent.path())
                .param("offset", offset)
                .param("limit", limit)
                .query(PlaceRows::place)
                .list();
    }

    Map<Place, PlaceCounts> counts(Collection<String> paths) {
        Map<Place, PlaceCounts> counts = new HashMap<>();
        jdbc.sql("select path, counties, townships, villages from regions.place_count where path = any(:paths)")
                .param("paths", paths.toArray(String[]::new))
                .query(row -> {
                    counts.put(
                            new Place(row.getString("path")),
                            new PlaceCounts(row.getInt("counties"), row.getInt("townships"), row.getInt("villages")));
                });
        return counts;
    }

    List<FormerPath> history(long id) {
        return jdbc.sql("""
                        select path, name, from_day, to_day from regions.place_path where place = :id
                        order by from_day nulls first
                        """)
                .param("id", id)
                .query((row, number) -> new FormerPath(
                        new Place(row.getString("path")),
                        row.getString("name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    /** A name and whether full names show it. */
    record Title(String name, boolean titled) {}

    /** Present paths by their present name, former ones by the name of their time. */
    Map<String, Title> titles(Collection<String> paths) {
        Map<String, Title> titles = new HashMap<>();
        jdbc.sql("""
                        select h.path, case when p.path = h.path then p.name else h.name end as name, p.titled
                        from regions.place_path h join regions.place p on p.id = h.place
                        where h.path = any(:paths)
                        order by h.to_day nulls last
                        """).param("paths", paths.toArray(String[]::new)).query(row -> {
            titles.put(row.getString("path"), new Title(row.getString("name"), row.getBoolean("titled")));
        });
        return titles;
    }

    /** Found by the beginning of a name. */
    List<PlaceInfo> searchName(String text, Place within, int limit) {
        return search("p.name collate \"C\" >= :lo and p.name collate \"C\" < :hi", text, within, limit);
    }

    /** Found by the beginning of a name's pinyin or initials. */
    List<PlaceInfo> searchLetters(String text, Place within, int limit) {
        return search(
                "(p.initials >= :lo and p.initials < :hi or p.pinyin >= :lo and p.pinyin < :hi)", text, within, limit);
    }

    /**
     * A county and less is read whole and looked through; above, the index of names leads. Left to choose, a plan kept for
     * any text and any place reads all names of the nation that begin alike.
     */
    private List<PlaceInfo> search(String condition, String text, Place within, int limit) {
        String inside = "p.path >= :from and p.path < :to and p.ended is null";
        String sql = within.level().compareTo(PlaceLevel.COUNTY) < 0
                ? PLACE + "where " + condition + " and " + inside
                : "select p.id, p.path, p.name, p.titled, p.ended from (select * from regions.place p where " + inside
                        + " offset 0) p where " + condition;
        return jdbc.sql(sql + " order by p.level, length(p.name), p.path limit :limit")
                .param("lo", text)
                .param("hi", text + Character.toString(Character.MAX_CODE_POINT))
                .param("from", within.path())
                .param("to", within.end())
                .param("limit", limit)
                .query(PlaceRows::place)
                .list();
    }

    /** Townships and villages that exist below a county. */
    List<Named> below(Place county) {
        return jdbc.sql("""
                        select path, name from regions.place
                        where path > :from and path < :to and ended is null order by path
                        """)
                .param("from", county.path())
                .param("to", county.end())
                .query((row, number) -> new Named(new Place(row.getString("path")), row.getString("name")))
                .list();
    }

    /** What existing places of a county were called, and where they lay, before; nothing where nothing ever changed. */
    List<Former> formerly(Place county) {
        return jdbc.sql("""
                        select f.name, p.path as now, p.name as now_name, case when t.ended is null then t.path end as township,
                            case when length(f.path) = :township then f.name else above.name end as township_name
                        from regions.place p
                        join regions.place_path f on f.place = p.id and f.to_day is not null
                        left join regions.place_path above on above.path = left(f.path, :township)
                            and length(f.path) > :township and above.from_day is not distinct from (
                                select max(b.from_day) from regions.place_path b where b.path = above.path)
                        left join regions.place t on t.id = above.place
                        where p.path > :from and p.path < :to and p.ended is null""")
                .param("township", PlaceLevel.TOWNSHIP.pathLength())
                .param("from", county.path())
                .param("to", county.end())
                .query((row, number) -> {
                    String township = row.getString("township");
                    return new Former(
                            row.getString("name"),
                            new Named(new Place(row.getString("now")), row.getString("now_name")),
                            township == null ? null : new Place(township),
                            row.getString("township_name"));
                })
                .list();
    }

    private static PlaceInfo place(ResultSet row, int number) throws SQLException {
        return new PlaceInfo(
                row.getLong("id"),
                new Place(row.getString("path")),
                row.getString("name"),
                row.getBoolean("titled"),
                row.getObject("ended", LocalDate.class));
    }
}
