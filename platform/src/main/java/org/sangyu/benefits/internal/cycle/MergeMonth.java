package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.MonthRun;
import org.sangyu.shared.Audit;
import org.sangyu.shared.KillPoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merges what a run staged into decisions, dues, lines and holds: only rows that changed are written. */
@Component
class MergeMonth {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MergeMonth(JdbcClient jdbc, Cycles cycles, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
    }

    void run(Cycle cycle, UUID run, Instant knownAt, StageMonth.Staged staged) {
        OffsetDateTime now = knownAt.atOffset(ZoneOffset.UTC);
        spans(cycle, run, now, staged.policy());
        KillPoint.at("cycle.compute.between-merge-and-history");
        dues(cycle, run, staged.newDues());
        holds(cycle, run);
        jdbc.sql("update benefits.cycle set known_at = :now, policy = :policy where id = :id")
                .param("now", now)
                .param("policy", staged.policy())
                .param("id", cycle.id())
                .update();
        if (!cycles.step(cycle, CycleVerb.COMPUTE, CycleState.COMPUTED, "")) {
            throw new IllegalStateException("cycle " + cycle.number() + " was moved while it was computed");
        }
        audit.write(
                "cycle.compute",
                cycle.id(),
                cycle.county(),
                Map.of(
                        "people", String.valueOf(staged.people()),
                        "workedOutAnew", String.valueOf(staged.workedOutAnew()),
                        "notSeen", String.valueOf(staged.unseen()),
                        "policy", staged.policy()));
        events.publishEvent(new MonthRun(
                run,
                MonthRun.Kind.COMPUTED,
                cycle.county(),
                cycle.last(),
                Map.of("people", staged.people(), "workedOutAnew", staged.workedOutAnew())));
        for (String table : new String[] {"stage_span", "stage_due", "stage_line", "stage_hold"}) {
            jdbc.sql("delete from benefits." + table + " where run = :run")
                    .param("run", run)
                    .update();
        }
    }

    private void spans(Cycle cycle, UUID run, OffsetDateTime now, String policy) {
        jdbc.sql("""
            update benefits.decision_span d set recorded_to = :now from benefits.stage_span s
            where s.run = :run and s.op in ('C', 'T') and d.elder = s.elder and d.benefit = s.benefit
              and d.valid_from = s.valid_from and d.recorded_to is null\
            """).param("now", now).param("run", run).update();
        jdbc.sql("""
            insert into benefits.decision_span (elder, place, county, benefit, valid_from, valid_to, outcome, fen,
                reasons, reasons_hash, facts, policy, recorded_from, run)
            select s.elder, s.place, :county, s.benefit, s.valid_from, s.valid_to, s.outcome, s.fen,
                d.reasons, s.reasons_hash, s.facts, :policy, :now, :run
            from benefits.stage_span s join benefits.decision_span d on d.elder = s.elder
                and d.benefit = s.benefit and d.valid_from = s.valid_from and d.recorded_to = :now
            where s.run = :run and s.op = 'T'\
            """)
                .param("county", cycle.county().path())
                .param("policy", policy)
                .param("now", now)
                .param("run", run)
                .update();
        opened(cycle, run, now, policy);
        jdbc.sql("""
            update benefits.decision_span d set facts = s.facts, policy = :policy from benefits.stage_span s
            where s.run = :run and s.op = 'F' and d.elder = s.elder and d.benefit = s.benefit
              and d.valid_from = s.valid_from and d.recorded_to is null\
            """).param("policy", policy).param("run", run).update();
    }

    /** Reasons were staged once for each list; the planner, which knows nothing of fresh rows, must not loop over them. */
    private void opened(Cycle cycle, UUID run, OffsetDateTime now, String policy) {
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("""
            with said as materialized (
                select reasons_hash, reasons::json as reasons
                from benefits.stage_span where run = :run and op = 'I' and reasons <> '')
            insert into benefits.decision_span (elder, place, county, benefit, valid_from, valid_to, outcome, fen,
                reasons, reasons_hash, facts, policy, recorded_from, run)
            select s.elder, s.place, :county, s.benefit, s.valid_from, s.valid_to, s.outcome, s.fen, said.reasons,
                s.reasons_hash, s.facts, :policy, :now, s.run
            from benefits.stage_span s join said using (reasons_hash) where s.run = :run and s.op = 'I'\
            """)
                .param("county", cycle.county().path())
                .param("policy", policy)
                .param("now", now)
                .param("run", run)
                .update();
        jdbc.sql("set local enable_nestloop = on").update();
    }

    private void dues(Cycle cycle, UUID run, long newDues) {
        jdbc.sql("""
            update benefits.due d set fen = s.fen, run = s.run from benefits.stage_due s
            where s.run = :run and s.op = 'U' and d.elder = s.elder and d.benefit = s.benefit
              and d.period = s.period and d.month = s.month\
            """).param("run", run).update();
        int inserted = jdbc.sql("""
            insert into benefits.due (elder, benefit, period, month, accrued, county, place, fen, run)
            select elder, benefit, period, month, accrued, :county, place, fen, run
            from benefits.stage_due where run = :run and op = 'I' on conflict do nothing\
            """)
                .param("county", cycle.county().path())
                .param("run", run)
                .update();
        lines(cycle, run, inserted == newDues);
    }

    /** @param allOurs false when another county already owes one of the periods: such lines are left out */
    private void lines(Cycle cycle, UUID run, boolean allOurs) {
        jdbc.sql("""
            delete from benefits.line l using benefits.stage_line s
            where s.run = :run and s.op = 'D' and l.id = s.id and l.month = s.month\
            """).param("run", run).update();
        jdbc.sql("""
            update benefits.line l set cycle = :cycle, fen = s.fen, hold = s.hold, place = s.place, name = s.name,
                against = s.against, recovery = coalesce(s.recovery, l.recovery), died = s.died
            from benefits.stage_line s
            where s.run = :run and s.op = 'U' and l.id = s.id and l.month = s.month\
            """).param("cycle", cycle.id()).param("run", run).update();
        jdbc.sql("""
            insert into benefits.line (id, elder, benefit, period, month, accrued, county, place, name, cycle, kind,
                fen, hold, against, recovery, died)
            select id, elder, benefit, period, month, accrued, :county, place, name, :cycle, kind, fen, hold,
                against, recovery, died
            from benefits.stage_line s where run = :run and op = 'I'\
            """ + (allOurs ? "" : """
                and exists (select 1 from benefits.due d where d.elder = s.elder and d.benefit = s.benefit
                   and d.period = s.period and d.month = s.month and d.county = :county)\
                """))
                .param("county", cycle.county().path())
                .param("cycle", cycle.id())
                .param("run", run)
                .update();
    }

    private void holds(Cycle cycle, UUID run) {
        jdbc.sql("""
            insert into benefits.hold (id, elder, benefit, month, county, place, enrolment, missing_zh, missing_en,
                run)
            select s.id, s.elder, s.benefit, s.month, :county, s.place, s.enrolment,
                (select coalesce(string_agg(r ->> 'zh', '；'), '') from json_array_elements(s.reasons::json) r),
                (select coalesce(string_agg(r ->> 'en', '; '), '') from json_array_elements(s.reasons::json) r),
                s.run
            from benefits.stage_hold s where s.run = :run on conflict (elder, benefit, month) do nothing\
            """).param("county", cycle.county().path()).param("run", run).update();
    }
}
