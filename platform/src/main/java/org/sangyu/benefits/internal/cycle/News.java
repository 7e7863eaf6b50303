package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became known after a roster was frozen, and holds the lines it touches before money leaves. */
@Component
@Unscoped("works on a cycle that was found through a scope")
class News {

    private final JdbcClient jdbc;
    private final DeathsSince deaths;
    private final Clock clock;

    News(JdbcClient jdbc, DeathsSince deaths, Clock clock) {
        this.jdbc = jdbc;
        this.deaths = deaths;
        this.clock = clock;
    }

    /**
     * One line that must not be paid as frozen.
     *
     * @param died the day of death, for {@link HoldReason#DIED_SINCE}
     */
    record Item(
            UUID line,
            UUID elder,
            String name,
            String benefit,
            HoldReason why,
            @Nullable LocalDate died) {}

    /** Lines still to be paid that news touches, each with its most serious reason. */
    List<Item> since(Cycle cycle) {
        if (cycle.knownAt() == null) {
            return List.of();
        }
        Map<UUID, LocalDate> died = deaths.learned(cycle.county(), cycle.knownAt());
        return jdbc.sql("""
            select l.line, l.elder, l.name, l.benefit, l.elder = any (:died) as is_dead,
                e.status <> 'ACTIVE' as stopped
            from benefits.cycle_line l left join benefits.enrolment e on e.id = l.enrolment
            where l.cycle = :cycle and l.version = :version and l.hold is null and l.pay_fen > 0
              and (l.elder = any (:died)
                or (e.changed_at > :known and e.status <> 'ACTIVE')
                or e.payee_account is distinct from l.account
                or exists (select 1 from benefits.payee_account a
                    where a.enrolment = l.enrolment and a.state = 'PROPOSED' and a.proposed_at > :known))
            order by l.place, l.name\
            """)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("known", cycle.knownAt().atOffset(ZoneOffset.UTC))
                .param("died", died.keySet().toArray(UUID[]::new))
                .query((row, n) -> new Item(
                        row.getObject("line", UUID.class),
                        row.getObject("elder", UUID.class),
                        row.getString("name"),
                        row.getString("benefit"),
                        row.getBoolean("is_dead")
                                ? HoldReason.DIED_SINCE
                                : row.getBoolean("stopped") ? HoldReason.ENROLMENT_CHANGED : HoldReason.ACCOUNT_CHANGED,
                        died.get(row.getObject("elder", UUID.class))))
                .list();
    }

    /** Holds every line that news touches; returns how many. */
    int hold(Cycle cycle) {
        List<Item> items = since(cycle);
        for (HoldReason why : HoldReason.values()) {
            UUID[] lines = items.stream()
                    .filter(item -> item.why() == why)
                    .map(Item::line)
                    .toArray(UUID[]::new);
            if (lines.length > 0) {
                hold(cycle, lines, new Held(why, "", null));
            }
        }
        return items.size();
    }

    /** Frees lines that a person held, with the offsets that depend on them; all other holds stay. */
    int unhold(Cycle cycle, UUID[] lines) {
        jdbc.sql("""
            update benefits.line l set hold = null
            from benefits.line h where h.id = any (:lines) and h.cycle = :cycle and h.hold = 'MANUAL'
              and (l.id = h.id or l.against = h.id) and l.cycle = :cycle and l.hold = 'MANUAL'\
            """).param("lines", lines).param("cycle", cycle.id()).update();
        return jdbc.sql("""
            update benefits.cycle_line set hold = null, hold_note = '', hold_by = null, hold_at = null
            where cycle = :cycle and version = :version and line = any (:lines) and hold = 'MANUAL'\
            """)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lines", lines)
                .update();
    }

    /** Why lines are held, and by whom; null is the program itself. */
    record Held(HoldReason why, String note, @Nullable String by) {}

    /** Holds lines with the offsets that depend on them; those held already keep their reason. */
    int hold(Cycle cycle, UUID[] lines, Held held) {
        jdbc.sql("""
            update benefits.line set hold = :why
            where (id = any (:lines) or against = any (:lines)) and cycle = :cycle and hold is null\
            """)
                .param("why", held.why().name())
                .param("lines", lines)
                .param("cycle", cycle.id())
                .update();
        return jdbc.sql("""
            update benefits.cycle_line set hold = :why, hold_note = :note, hold_by = :by, hold_at = :at
            where cycle = :cycle and version = :version and line = any (:lines) and hold is null\
            """)
                .param("why", held.why().name())
                .param("note", held.note())
                .param("by", held.by())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("lines", lines)
                .update();
    }
}
