package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Public notices (公示): who is on one, from which day to which; approval waits for its end where the county says so. */
@Component
@Transactional
public class Notices {

    private static final Set<Role> DESKS = Set.of(Role.VILLAGE, Role.TOWNSHIP);
    private static final int MOST_DAYS = 90;

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    Notices(JdbcClient jdbc, Procedures procedures, TimeOrderedIds ids, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One notice.
     *
     * @param to first day after it
     */
    public record PublicNotice(
            UUID id, Place place, String benefit, LocalDate from, LocalDate to, int people, String madeBy) {}

    /** True for desks that make notices. */
    public static boolean mayMake(Role role) {
        return DESKS.contains(role);
    }

    /**
     * Puts everybody in the desk's place who was checked or reviewed for a benefit, and stands on no notice yet, on one
     * that begins today.
     *
     * @param days how long it hangs, at least what the county asks for ({@link #least}) and 1, at most 90
     * @return the notice, or empty when nobody waits for one, the desk makes none, or the days are too few or too many
     */
    @Unscoped("works at the current desk and inside its scope")
    public Optional<UUID> make(String benefit, int days) {
        Desk desk = CurrentDesk.get();
        if (!DESKS.contains(desk.role()) || days < Math.max(1, least(benefit)) || days > MOST_DAYS) {
            return Optional.empty();
        }
        UUID id = ids.next();
        LocalDate today = LocalDate.now(clock);
        int people = jdbc.sql("""
                        update benefits.enrolment e set notice = :id, version = e.version + 1, changed_at = :now
                        where e.place >= :lo and e.place < :hi and e.benefit = :benefit and e.notice is null
                          and e.status in ('VILLAGE_CHECKED', 'TOWNSHIP_REVIEWED')""")
                .param("id", id)
                .param("now", Rows.at(clock.instant()))
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .param("benefit", benefit)
                .update();
        if (people == 0) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into benefits.notice (id, county, place, benefit, from_day, to_day, people, made_by, made_name,
                            made_at)
                        values (:id, :county, :place, :benefit, :from, :to, :people, :by, :name, :now)""")
                .param("id", id)
                .param("county", desk.place().at(PlaceLevel.COUNTY).path())
                .param("place", desk.place().path())
                .param("benefit", benefit)
                .param("from", today)
                .param("to", today.plusDays(days))
                .param("people", people)
                .param("by", desk.account())
                .param("name", desk.name())
                .param("now", Rows.at(clock.instant()))
                .update();
        audit.write("enrolment.notice", id, desk.place(), Map.of("benefit", benefit, "people", String.valueOf(people)));
        return Optional.of(id);
    }

    /** How many days the county of the current desk asks for before approval; 0 when it asks for none. */
    @Transactional(readOnly = true)
    public int least(String benefit) {
        Desk desk = CurrentDesk.get();
        return procedures
                .of(desk.place().at(PlaceLevel.COUNTY), benefit, desk.scope())
                .noticeDays();
    }

    /** How many wait for a notice, by benefit. */
    @Transactional(readOnly = true)
    public Map<String, Long> waiting(Scope scope) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        jdbc.sql("""
                        select e.benefit, count(*) from benefits.enrolment e where e.place >= :lo and e.place < :hi
                          and e.notice is null and e.status in ('VILLAGE_CHECKED', 'TOWNSHIP_REVIEWED') group by 1 order by 1""")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** One notice inside the scope. */
    @Transactional(readOnly = true)
    public Optional<PublicNotice> find(UUID id, Scope scope) {
        return jdbc.sql("select n.* from benefits.notice n where n.id = :id and n.place >= :lo and n.place < :hi")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(Notices::notice)
                .optional();
    }

    /** The newest notices, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<PublicNotice> list(Scope scope, int limit) {
        return jdbc.sql("select n.* from benefits.notice n where n.place >= :lo and n.place < :hi"
                        + " order by n.from_day desc, n.id desc limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    private static PublicNotice notice(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new PublicNotice(
                row.getObject("id", UUID.class),
                new Place(row.getString("place")),
                row.getString("benefit"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("people"),
                row.getString("made_name"));
    }
}
