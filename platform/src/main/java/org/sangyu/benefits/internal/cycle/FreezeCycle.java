package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.MonthRun;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Unscoped;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezes a computed cycle (锁定名册): the next version holds a copy of every line with all that it rests on. */
@Component
@Unscoped("works on a cycle that was found through the scope of the desk")
class FreezeCycle implements Jobs.Handler {

    static final String KIND = "cycles.freeze";

    private final Cycles cycles;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    FreezeCycle(
            Cycles cycles,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault("cycle", ""));
        if (run.checkpoint() == null) {
            transaction.executeWithoutResult(status -> {
                Cycle cycle = cycles.find(id, CurrentDesk.get().scope())
                        .filter(found -> CycleMoves.target(found.state(), CycleVerb.FREEZE)
                                .isPresent())
                        .orElseThrow(() -> Jobs.FailedException.because(Jobs.Title.of("cycles.cycle.refused.moved")));
                freeze(cycle, run.id());
                run.reached("frozen");
                KillPoint.at("cycle.freeze.before-commit");
            });
            KillPoint.at("cycle.freeze.frozen");
        }
        run.result("/cycles/" + id);
    }

    private void freeze(Cycle cycle, UUID run) {
        int version = cycle.version() + 1;
        long lines = copyLines(cycle, version);
        jdbc.sql("update benefits.cycle set version = :version where id = :id")
                .param("version", version)
                .param("id", cycle.id())
                .update();
        jdbc.sql("""
            insert into benefits.cycle_version (cycle, version, county, frozen_at, frozen_by, known_at, policy,
                lines, people, pay_fen)
            select c.id, c.version, c.county, :now, :by, c.known_at, c.policy, count(l.line),
                count(distinct l.elder), coalesce(sum(l.pay_fen) filter (where l.hold is null), 0)
            from benefits.cycle c left join benefits.cycle_line l on l.cycle = c.id and l.version = c.version
            where c.id = :id group by c.id\
            """)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .param("by", CurrentDesk.get().name())
                .param("id", cycle.id())
                .update();
        if (!cycles.step(cycle.frozenAs(version), CycleVerb.FREEZE, CycleState.FROZEN, "")) {
            throw new IllegalStateException("cycle " + cycle.number() + " was moved while it was frozen");
        }
        audit.write("cycle.freeze", cycle.id(), cycle.county(), Map.of("version", String.valueOf(version)));
        events.publishEvent(new MonthRun(
                run, MonthRun.Kind.FROZEN, cycle.county(), cycle.last(), Map.of("lines", lines, "version", (long)
                        version)));
    }

    /** Enrolment and account as they are now, the decision in force for the line's month, offsets taken off. */
    private long copyLines(Cycle cycle, int version) {
        return jdbc.sql("""
            insert into benefits.cycle_line (cycle, version, line, elder, name, county, place, benefit, period,
                month, accrued, kind, fen, pay_fen, text_zh, text_en, facts, enrolment, account, payee, holder, bank,
                account_enc, last_four, account_new, hold, hold_note, hold_by, hold_at)
            with enrolled as (
                select distinct on (e.elder, e.benefit) e.elder, e.benefit, e.id, a.id as account, a.kind, a.holder,
                    a.bank, a.account_enc, a.last_four, a.confirmed_at
                from benefits.enrolment e left join benefits.payee_account a on a.id = e.payee_account
                where e.county = :county and e.benefit = any (:benefits) and e.first_payable is not null
                order by e.elder, e.benefit, e.status in ('ENDED', 'REFUSED'), e.first_payable desc),
            kept_back as (
                select against, sum(fen) as fen from benefits.line
                where cycle = :cycle and kind = 'OFFSET' group by against),
            before as (
                select max(s.at) as at from benefits.cycle_step s join benefits.cycle c on c.id = s.cycle
                where c.county = :county and c.benefits && :benefits::text[] and c.id <> :cycle and s.verb = 'RELEASE')
            select :cycle, :version, l.id, l.elder, l.name, l.county, l.place, l.benefit, l.period, l.month,
                l.accrued, l.kind, l.fen,
                case when l.kind in ('REGULAR', 'BACK_PAY') then l.fen + coalesce(k.fen, 0) else 0 end,
                coalesce((select string_agg(r ->> 'zh', '；') from json_array_elements(d.reasons) r), ''),
                coalesce((select string_agg(r ->> 'en', '; ') from json_array_elements(d.reasons) r), ''),
                d.facts, e.id, e.account, e.kind, e.holder, e.bank, e.account_enc, e.last_four,
                coalesce(e.confirmed_at > (select at from before), false), l.hold,
                case when l.hold = o.hold then o.hold_note else '' end,
                case when l.hold = o.hold then o.hold_by end, case when l.hold = o.hold then o.hold_at end
            from benefits.line l
            left join enrolled e on e.elder = l.elder and e.benefit = l.benefit
            left join kept_back k on k.against = l.id
            left join benefits.cycle_line o on o.cycle = :cycle and o.version = :version - 1 and o.line = l.id
            left join benefits.decision_span d on d.elder = l.elder and d.benefit = l.benefit
                and d.recorded_to is null and d.valid_from <= l.accrued
                and (d.valid_to is null or d.valid_to > l.accrued)
            where l.cycle = :cycle\
            """)
                .param("cycle", cycle.id())
                .param("version", version)
                .param("county", cycle.county().path())
                .param("benefits", cycle.benefits().toArray(String[]::new))
                .update();
    }
}
