package org.sangyu.benefits.internal.cycle;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the bank's answers in, and a person's evidence about payments of which nobody knows what became of them. */
@Service
@Unscoped("every deed finds its cycle through the scope of the desk")
public class ReturnDesk {

    private static final int SHORTEST_EVIDENCE = 4;

    private final Cycles cycles;
    private final CycleRules rules;
    private final ReturnLayouts layouts;
    private final Files files;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Audit audit;

    ReturnDesk(
            Cycles cycles,
            CycleRules rules,
            ReturnLayouts layouts,
            Files files,
            Jobs jobs,
            JdbcClient jdbc,
            TimeOrderedIds ids,
            Clock clock,
            Audit audit) {
        this.cycles = cycles;
        this.rules = rules;
        this.layouts = layouts;
        this.files = files;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** An uploaded answer. */
    public record Upload(String name, String mediaType, InputStream bytes) {}

    /** What came of taking an answer in: its id, or why not. */
    public record Taken(@Nullable UUID id, Optional<Refusal> refusal) {

        private static Taken not(Optional<Refusal> why) {
            return new Taken(null, why);
        }
    }

    /**
     * Takes an answer to one of the cycle's files in, to be looked at; nothing is read yet.
     *
     * <p>The same bytes a second time are refused, unless not one of their rows could be used before.
     */
    @Transactional
    public Taken take(UUID cycleId, UUID file, Upload upload) {
        Desk desk = CurrentDesk.get();
        Cycle cycle = cycles.find(cycleId, desk.scope()).orElse(null);
        if (cycle == null) {
            return Taken.not(Refusal.of("cycles.cycle.refused.unknown"));
        }
        Optional<Refusal> refusal = rules.forbids(cycle, CycleVerb.READ_RETURN, desk);
        if (refusal.isPresent()) {
            return Taken.not(refusal);
        }
        Files.Stored stored = files.storeFor(
                CycleVerb.READ_RETURN.roles(), upload.name(), upload.mediaType(), upload.bytes()::transferTo);
        jdbc.sql("""
            insert into benefits.return_file (id, file, cycle, county, sha256, name, read_by, read_at)
            select :id, f.id, f.cycle, f.county, :sha, :name, :by, :at from benefits.pay_file f
            where f.id = :file and f.cycle = :cycle on conflict (file, sha256) do nothing\
            """)
                .param("id", ids.next())
                .param("sha", stored.sha256())
                .param("name", upload.name())
                .param("by", desk.name())
                .param("at", now())
                .param("file", file)
                .param("cycle", cycleId)
                .update();
        return jdbc.sql("""
            select r.id, r.started_at is null or r.finished_at is not null and not exists (
                select 1 from benefits.return_line l where l.return_file = r.id and l.verdict <> 'UNREADABLE') as open
            from benefits.return_file r where r.file = :file and r.sha256 = :sha and r.cycle = :cycle\
            """)
                .param("file", file)
                .param("sha", stored.sha256())
                .param("cycle", cycleId)
                .query((row, number) -> row.getBoolean("open")
                        ? new Taken(row.getObject("id", UUID.class), Refusal.none())
                        : Taken.not(Refusal.of("cycles.return.refused.again")))
                .optional()
                .orElseGet(() -> Taken.not(Refusal.of("cycles.cycle.refused.unknown")));
    }

    /** An answer that was taken in, if it belongs to the cycle. */
    @Transactional(readOnly = true)
    public Optional<ReturnPreview.Held> held(UUID cycleId, UUID id) {
        return jdbc.sql("""
            select r.id, r.sha256, r.name, f.format, r.started_at is not null as started from benefits.return_file r
            join benefits.pay_file f on f.id = r.file where r.id = :id and r.cycle = :cycle\
            """)
                .param("id", id)
                .param("cycle", cycleId)
                .query((row, number) -> new ReturnPreview.Held(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("format"),
                        row.getBoolean("started")))
                .optional();
    }

    /** Reads an answer that was taken in, by these columns, in the background; the county keeps the columns. */
    @Transactional
    public Optional<Refusal> read(UUID cycleId, UUID id, PayFormat.Back columns) {
        Desk desk = CurrentDesk.get();
        Cycle cycle = cycles.find(cycleId, desk.scope()).orElse(null);
        ReturnPreview.Held held = held(cycleId, id).orElse(null);
        if (cycle == null || held == null) {
            return Refusal.of("cycles.cycle.refused.unknown");
        }
        Optional<Refusal> refusal =
                rules.forbids(cycle, CycleVerb.READ_RETURN, desk).or(() -> ReturnLayouts.wrong(columns));
        if (refusal.isPresent()) {
            return refusal;
        }
        UUID layout = layouts.keep(held.format(), columns);
        int started = jdbc.sql("""
            update benefits.return_file r set started_at = :at, finished_at = null, layout = :layout, read_by = :by
            where r.id = :id and (r.started_at is null or r.finished_at is not null and not exists (
                select 1 from benefits.return_line l where l.return_file = r.id and l.verdict <> 'UNREADABLE'))\
            """)
                .param("at", now())
                .param("layout", layout)
                .param("by", desk.name())
                .param("id", id)
                .update();
        if (started == 0) {
            return Refusal.of("cycles.return.refused.again");
        }
        jdbc.sql("delete from benefits.return_line where return_file = :id")
                .param("id", id)
                .update();
        UUID job = jobs.start(
                ReadReturn.KIND,
                Jobs.Title.of(ReadReturn.KIND, held.name(), String.valueOf(cycle.number())),
                Map.of("return", id.toString()));
        cycles.startedJob(cycleId, job);
        return Refusal.none();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** Says what became of a payment without an answer, on evidence; only finance may. */
    @Transactional
    public Optional<Refusal> settle(UUID cycleId, String reference, boolean paid, String evidence) {
        Desk desk = CurrentDesk.get();
        Cycle cycle = cycles.find(cycleId, desk.scope()).orElse(null);
        if (cycle == null || desk.role() != Role.COUNTY_FINANCE || !desk.place().equals(cycle.county())) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        if (evidence.strip().length() < SHORTEST_EVIDENCE) {
            return Refusal.of("cycles.order.refused.evidence");
        }
        int settled = jdbc.sql("""
            update benefits.pay_order set state = :state, reason = case when :paid then '' else :evidence end,
                paid_on = case when :paid then :today end, settled_at = :now, settled_by = :by, evidence = :evidence
            where cycle = :cycle and reference = :reference and state in ('SENT', 'UNKNOWN')\
            """)
                .param("state", paid ? "PAID" : "FAILED")
                .param("paid", paid)
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("by", desk.account())
                .param("evidence", evidence.strip())
                .param("cycle", cycleId)
                .param("reference", reference)
                .update();
        if (settled == 0) {
            return Refusal.of("cycles.order.refused.state");
        }
        if (!paid) {
            jdbc.sql("""
                update benefits.line l set hold = 'BANK_REFUSED' from benefits.pay_order o
                where o.reference = :reference and (l.id = o.line or l.against = o.line) and l.cycle = o.cycle\
                """).param("reference", reference).update();
        }
        audit.write(
                "cycle.settle",
                cycleId,
                cycle.county(),
                Map.of("reference", reference, "paid", String.valueOf(paid), "evidence", evidence.strip()));
        return Refusal.none();
    }

    /** A payment that was sent is marked as not known, because the bank cannot say. */
    @Transactional
    public Optional<Refusal> unknown(UUID cycleId, String reference) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_FINANCE) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        int marked = jdbc.sql("""
            update benefits.pay_order set state = 'UNKNOWN'
            where cycle = :cycle and reference = :reference and state = 'SENT'\
            """)
                .param("cycle", cycleId)
                .param("reference", reference)
                .update();
        return marked == 0 ? Refusal.of("cycles.order.refused.state") : Refusal.none();
    }
}
