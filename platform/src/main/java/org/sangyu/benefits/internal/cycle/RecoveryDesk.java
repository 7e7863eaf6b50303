package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does to a recovery case: whom it is asked from, instalments, money back, keeping back, writing off. */
@Service
@Unscoped("every deed finds its case through the scope of the desk")
public class RecoveryDesk {

    private static final Set<Role> WORKERS = Set.of(Role.COUNTY_CLERK, Role.COUNTY_FINANCE, Role.TOWNSHIP);
    private final JdbcClient jdbc;
    private final RecoveryRows rows;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Audit audit;

    RecoveryDesk(JdbcClient jdbc, RecoveryRows rows, TimeOrderedIds ids, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Which page a deed comes from: the case, and its row version as shown there. */
    public record On(UUID recovery, int rowVersion) {}

    /** A case with all that happened in it. */
    public record File(Recovery recovery, List<RecoveryMonth> months, List<RecoveryEntry> entries) {}

    /** The case, if inside the scope. */
    @Transactional(readOnly = true)
    public Optional<File> find(UUID id, Scope scope) {
        return rows.find(id, scope).map(found -> new File(found, rows.months(id), rows.entries(id)));
    }

    /** Open cases, the oldest first, or closed ones. */
    @Transactional(readOnly = true)
    public List<Recovery> list(Scope scope, boolean closed, int offset, int limit) {
        return rows.list(scope, closed, offset, limit);
    }

    /** Open cases by age, from this many days: cases and fen. */
    public record Ageing(int fromDays, long cases, long openFen) {}

    /** The ageing list: up to 30, 90, 180, 365 days, and older. */
    @Transactional(readOnly = true)
    public List<Ageing> ageing(Scope scope) {
        return rows.ages(scope, LocalDate.now(clock)).stream()
                .map(age -> new Ageing(age.fromDays(), age.cases(), age.openFen()))
                .toList();
    }

    /** Names the person it is asked from and the day of the printed notice. */
    @Transactional
    public Optional<Refusal> notice(On on, String asked, @Nullable LocalDate day) {
        if (asked.isBlank()) {
            return Refusal.of("cycles.recovery.refused.asked");
        }
        return changed(on, new Act(WORKERS, "recovery.notice", asked), found -> {
            jdbc.sql("update benefits.recovery_case set asked = :asked, noticed_on = :day where id = :id")
                    .param("asked", asked.strip())
                    .param("day", day)
                    .param("id", found.id())
                    .update();
            return Refusal.none();
        });
    }

    /** Agrees on an instalment. */
    @Transactional
    public Optional<Refusal> agree(On on, Money amount, LocalDate dueOn) {
        return changed(on, new Act(WORKERS, "recovery.instalment", amount.plain()), found -> {
            long agreed = rows.entries(found.id()).stream()
                    .filter(entry -> entry.kind() == RecoveryEntry.Kind.INSTALMENT)
                    .mapToLong(RecoveryEntry::fen)
                    .sum();
            return amount.fen() <= 0 || agreed + amount.fen() > found.claimedFen()
                    ? Refusal.of("cycles.recovery.refused.amount")
                    : entry(found, new Happened(RecoveryEntry.Kind.INSTALMENT, amount, dueOn, null, ""));
        });
    }

    /** Money came back; the case closes by itself when nothing is asked any more. */
    @Transactional
    public Optional<Refusal> repaid(On on, Money amount, LocalDate day, String receipt) {
        return changed(on, new Act(WORKERS, "recovery.repaid", amount.plain()), found -> {
            if (amount.fen() <= 0 || amount.fen() > found.openFen()) {
                return Refusal.of("cycles.recovery.refused.amount");
            }
            if (receipt.isBlank() || day.isAfter(LocalDate.now(clock))) {
                return Refusal.of(
                        receipt.isBlank() ? "cycles.recovery.refused.receipt" : "cycles.recovery.refused.day");
            }
            Optional<Refusal> done = entry(found, new Happened(RecoveryEntry.Kind.REPAID, amount, null, day, receipt));
            closeIfSettled(found.id());
            return done;
        });
    }

    /** Allows keeping back from later payments, with a cap; never after a death, only where the county's setting says. */
    @Transactional
    public Optional<Refusal> offset(On on, @Nullable Money cap, String ground) {
        return changed(
                on, new Act(Set.of(Role.COUNTY_CHIEF), "recovery.offset", cap == null ? "" : cap.plain()), found -> {
                    if (cap != null && found.died()) {
                        return Refusal.of("cycles.recovery.refused.died");
                    }
                    if (cap != null && (cap.fen() <= 0 || ground.isBlank() || !allowsOffset(found.county()))) {
                        return Refusal.of("cycles.recovery.refused.offset");
                    }
                    jdbc.sql("""
                        update benefits.recovery_case set offset_cap = :cap, offset_ground = :ground, offset_by = :by
                        where id = :id\
                        """)
                            .param("cap", cap == null ? null : cap.fen(), java.sql.Types.BIGINT)
                            .param("ground", ground)
                            .param("by", CurrentDesk.get().account())
                            .param("id", found.id())
                            .update();
                    return Refusal.none();
                });
    }

    private boolean allowsOffset(String county) {
        return jdbc.sql("select 1 from benefits.money_setting where county = :county and offset_percent is not null")
                .param("county", county)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Asks to write an amount off, naming the paper that allows it. */
    @Transactional
    public Optional<Refusal> proposeWriteOff(On on, Money amount, String document) {
        return changed(on, new Act(WORKERS, "recovery.write-off.ask", amount.plain()), found -> {
            if (document.isBlank()) {
                return Refusal.of("cycles.recovery.refused.document");
            }
            return amount.fen() <= 0 || amount.fen() > found.openFen()
                    ? Refusal.of("cycles.recovery.refused.amount")
                    : entry(found, new Happened(RecoveryEntry.Kind.WRITE_OFF, amount, null, null, document));
        });
    }

    /** Approves a write-off, by another person: a WRITE_OFF line moves the balance. */
    @Transactional
    public Optional<Refusal> approveWriteOff(On on, UUID entry) {
        Desk desk = CurrentDesk.get();
        return changed(on, new Act(Set.of(Role.COUNTY_CHIEF), "recovery.write-off", entry.toString()), found -> {
            Optional<RecoveryEntry> asked = rows.entries(found.id()).stream()
                    .filter(one -> one.id().equals(entry) && one.kind() == RecoveryEntry.Kind.WRITE_OFF)
                    .filter(one -> one.approvedName() == null)
                    .findFirst();
            if (asked.isEmpty() || asked.get().proposedBy().equals(desk.account())) {
                return Refusal.of("cycles.recovery.refused.same");
            }
            if (asked.get().fen() > found.openFen()) {
                return Refusal.of("cycles.recovery.refused.amount");
            }
            approve(found, asked.get(), desk);
            closeIfSettled(found.id());
            return Refusal.none();
        });
    }

    private void approve(Recovery found, RecoveryEntry asked, Desk desk) {
        jdbc.sql("""
            update benefits.recovery_entry set approved_by = :by, approved_name = :name, approved_at = :at
            where id = :id\
            """)
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("id", asked.id())
                .update();
        jdbc.sql("""
            insert into benefits.line (id, elder, benefit, period, month, accrued, county, place, name, cycle, kind,
                fen, recovery)
            select :id, l.elder, l.benefit, l.period, l.month, l.accrued, l.county, l.place, l.name, l.cycle,
                'WRITE_OFF', :fen, l.recovery
            from benefits.line l where l.recovery = :recovery and l.kind = 'RECOVERY' and l.fen < 0
            order by l.accrued desc limit 1\
            """)
                .param("id", ids.next())
                .param("fen", asked.fen())
                .param("recovery", found.id())
                .update();
    }

    /** One more thing that happened. */
    private record Happened(
            RecoveryEntry.Kind kind,
            Money amount,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate day,
            String document) {}

    private Optional<Refusal> entry(Recovery found, Happened happened) {
        Desk desk = CurrentDesk.get();
        jdbc.sql("""
            insert into benefits.recovery_entry (id, recovery, elder, county, place, kind, fen, due_on, on_day,
                document, proposed_by, proposed_name, proposed_at)
            values (:id, :recovery, :elder, :county, :place, :kind, :fen, :due, :day, :document, :by, :name, :at)\
            """)
                .param("id", ids.next())
                .param("recovery", found.id())
                .param("elder", found.elder())
                .param("county", found.county())
                .param("place", found.place())
                .param("kind", happened.kind.name())
                .param("fen", happened.amount.fen())
                .param("due", happened.dueOn)
                .param("day", happened.day)
                .param("document", happened.document.strip())
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return Refusal.none();
    }

    private void closeIfSettled(UUID id) {
        jdbc.sql("update benefits.recovery_case r set closed_on = :today where r.id = :id and " + RecoveryRows.OPEN_FEN
                        + " <= 0")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .update();
    }

    /** What is done once the case, the desk and the version are right. */
    private interface Deed {
        Optional<Refusal> on(Recovery found);
    }

    /** Which desks may do it, and what the ledger says about it. */
    private record Act(Set<Role> roles, String verb, String detail) {}

    private Optional<Refusal> changed(On on, Act act, Deed deed) {
        Desk desk = CurrentDesk.get();
        Recovery found = rows.find(on.recovery(), desk.scope()).orElse(null);
        if (found == null || found.closedOn() != null) {
            return Refusal.of("cycles.recovery.refused.closed");
        }
        if (!act.roles.contains(desk.role())) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        int locked = jdbc.sql("""
            update benefits.recovery_case set row_version = row_version + 1
            where id = :id and row_version = :version\
            """)
                .param("id", on.recovery())
                .param("version", on.rowVersion())
                .update();
        if (locked == 0) {
            return Refusal.of("cycles.cycle.refused.stale");
        }
        Optional<Refusal> refusal = deed.on(found);
        if (refusal.isEmpty()) {
            audit.write(act.verb, found.id(), new Place(found.place()), Map.of("detail", act.detail));
        }
        return refusal;
    }
}
