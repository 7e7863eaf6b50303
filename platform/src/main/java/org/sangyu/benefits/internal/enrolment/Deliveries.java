package org.sangyu.benefits.internal.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tasks to hand over things, and what became of them; who enters one can take it back. */
@Repository
public class Deliveries {

    private static final Set<Role> DESKS = EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Audit audit;

    Deliveries(JdbcClient jdbc, TimeOrderedIds ids, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** True for desks that enter what was handed over. */
    public static boolean mayRecord(Role role) {
        return DESKS.contains(role);
    }

    /** One page, oldest task first; those delivered newest first. Null lists every state. */
    @Transactional(readOnly = true)
    public List<Delivery> list(Scope scope, @Nullable DeliveryState state, int offset, int limit) {
        return jdbc.sql("select * from benefits.delivery where place >= :lo and place < :hi"
                        + (state == null ? "" : " and state = :state")
                        + " order by state = 'WAITING' desc, delivered_on desc nulls last, made_on, id"
                        + " offset :offset limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("state", state == null ? null : state.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    /** How many stand how. */
    @Transactional(readOnly = true)
    public Map<DeliveryState, Long> counts(Scope scope) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        jdbc.sql("select state, count(*) from benefits.delivery where place >= :lo and place < :hi group by state")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(row -> {
                    counts.put(DeliveryState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** What was handed over in one year: of which thing, how many, to how many people. */
    public record Year(int year, String benefit, long times) {}

    /** Per year, newest first. */
    @Transactional(readOnly = true)
    public List<Year> years(Scope scope) {
        return jdbc.sql("select extract(year from delivered_on)::int, benefit, count(*) from benefits.delivery where"
                        + " place >= :lo and place < :hi and state = 'DELIVERED' group by 1, 2 order by 1 desc, 2")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Year(row.getInt(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** The oldest task that waits, or null. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate oldest(Scope scope) {
        return jdbc.sql("select min(made_on) from benefits.delivery"
                        + " where place >= :lo and place < :hi and state = 'WAITING'")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** Those of one person. */
    @Transactional(readOnly = true)
    public List<Delivery> of(ElderId elder, Scope scope) {
        return jdbc.sql("select * from benefits.delivery where elder = :elder"
                        + " and (place >= :lo and place < :hi or elder = any (:people::uuid[]))")
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param(
                        "people",
                        Rows.array(scope.people().stream().map(ElderId::value).toList()))
                .query(Deliveries::delivery)
                .list();
    }

    /**
     * What a person entered about a hand-over.
     *
     * @param note what the evidence is; may be empty when there is a photo
     * @param photo hash of a stored picture, or null
     */
    public record Handover(
            LocalDate on,
            String by,
            String receivedBy,
            String note,
            @Nullable String photo,
            @Nullable String photoName) {}

    /** What came of entering it. */
    public record Done(UUID act, int delivered) {}

    /** Enters a hand-over for all that are marked and still wait; those that do not are left alone. */
    @Transactional
    @Unscoped("works at the current desk and inside its scope")
    public Done deliver(List<UUID> marked, Handover handover) {
        Desk desk = CurrentDesk.get();
        UUID act = ids.next();
        if (!mayRecord(desk.role()) || handover.on().isAfter(LocalDate.now(clock))) {
            return new Done(act, 0);
        }
        int done = jdbc.sql("""
            update benefits.delivery set state = 'DELIVERED', delivered_on = :on, delivered_by = :by,
                received_by = :receiver, note = :note, photo = :photo, photo_name = :photoName,
                recorded_account = :account, recorded_name = :name, recorded_role = :role, recorded_at = :now,
                act = :act, version = version + 1
            where id = any (:ids::uuid[]) and state = 'WAITING' and place >= :lo and place < :hi\
            """)
                .params(parameters(marked, handover, desk))
                .param("photo", handover.photo())
                .param("photoName", handover.photoName())
                .param("now", Rows.at(clock.instant()))
                .param("act", act)
                .update();
        if (done > 0) {
            audit.write(
                    "delivery.done",
                    act,
                    desk.place(),
                    Map.of(
                            "count", String.valueOf(done),
                            "on", handover.on().toString(),
                            "by", handover.by(),
                            "note", handover.note()));
        }
        return new Done(act, done);
    }

    private static Map<String, Object> parameters(List<UUID> marked, Handover handover, Desk desk) {
        return new HashMap<>(Map.of(
                "ids", Rows.array(marked),
                "lo", desk.scope().lo(),
                "hi", desk.scope().hi(),
                "on", handover.on(),
                "by", handover.by(),
                "receiver", handover.receivedBy(),
                "note", handover.note(),
                "account", desk.account(),
                "name", desk.name(),
                "role", desk.role().name()));
    }

    /** Takes one hand-over back, whole or only one person's: they wait again. How many. */
    @Transactional
    public int undo(UUID act, @Nullable UUID only) {
        Desk desk = CurrentDesk.get();
        if (!mayRecord(desk.role())) {
            return 0;
        }
        int undone = jdbc.sql("""
            update benefits.delivery set state = 'WAITING', delivered_on = null, delivered_by = '', received_by = '',
                note = '', photo = null, photo_name = null, recorded_account = null, recorded_name = null,
                recorded_role = null, recorded_at = null, act = null, version = version + 1
            where act = :act and state = 'DELIVERED' and place >= :lo and place < :hi\
            """ + (only == null ? "" : " and id" + " = :only"))
                .param("act", act)
                .param("only", only)
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .update();
        if (undone > 0) {
            audit.write("delivery.undo", act, desk.place(), Map.of("count", String.valueOf(undone)));
        }
        return undone;
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        String account = row.getString("recorded_account");
        return new Delivery(
                row.getObject("id", UUID.class),
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                new Place(row.getString("place")),
                DeliveryState.valueOf(row.getString("state")),
                new Enrolment.Because(row.getString("because_zh"), row.getString("because_en")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                row.getString("delivered_by"),
                row.getString("received_by"),
                row.getString("note"),
                row.getString("photo"),
                account == null
                        ? null
                        : new Delivery.Recorded(
                                account,
                                row.getString("recorded_name"),
                                row.getString("recorded_role"),
                                Rows.instant(row, "recorded_at")),
                row.getObject("act", UUID.class));
    }
}
