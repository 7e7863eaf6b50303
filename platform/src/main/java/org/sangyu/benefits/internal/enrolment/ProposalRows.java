package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns the staged answers of one comparison into proposals, holds, suspensions and ends; each one statement. */
@Repository
class ProposalRows {

    private static final String STEPS = """
        insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status, at,
            by_account, by_name, by_role, why)
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the run, or finds it again after a crash, without what was staged before. */
    void begin(UUID run, Place county, YearMonth month, Desk desk) {
        jdbc.sql("delete from benefits.stage_decision where run = :run")
                .param("run", run)
                .update();
        jdbc.sql("""
            insert into benefits.proposal_run (id, county, month, started_at, by_account, by_name)
            values (:run, :county, :month, :now, :account, :name) on conflict (id) do nothing\
            """).params(common(run, county, month, desk)).update();
    }

    /** Everybody with an open enrolment in the county: by person and benefit, what was last decided. */
    @Unscoped("a whole county, by the job of a desk of that county")
    Map<UUID, Map<String, Known>> open(Place county) {
        Map<UUID, Map<String, Known>> open = new HashMap<>();
        jdbc.sql("""
            select e.elder, e.benefit, e.status, e.decided_fen from benefits.enrolment e
            where e.county = :county and e.place >= :county and e.place < :end
              and e.status not in ('ENDED', 'REFUSED')\
            """).param("county", county.path()).param("end", county.end()).query(row -> {
            long fen = row.getLong("decided_fen");
            open.computeIfAbsent(row.getObject("elder", UUID.class), elder -> new HashMap<>(2))
                    .put(
                            row.getString("benefit"),
                            new Known(EnrolmentStatus.valueOf(row.getString("status")), row.wasNull() ? null : fen));
        });
        return open;
    }

    /**
     * Proposes everybody entitled who is not enrolled anywhere; whom a desk refused is not proposed again by itself.
     *
     * @param benefits those for which people are found without applying
     */
    long propose(UUID run, Place county, YearMonth month, List<String> benefits, Desk desk) {
        return jdbc.sql("""
            with begun as (
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, reached,
                    paid_before_to, decided_month, decided_fen, because_zh, because_en, last_step, stepped_by,
                    stepped_on, created_at, changed_at)
                select uuidv7(), s.elder, s.benefit, :county, s.place, 'PROPOSED', 'PROPOSED', :today, s.reached,
                    (select p.paid_to from benefits.paid_in_other_counties(:county, array[s.elder]) p
                        where p.benefit = s.benefit),
                    :month, s.fen, s.because_zh, s.because_en, :run, :account, :today, :now, :now
                from benefits.stage_decision s
                where s.run = :run and s.outcome = 'ENTITLED' and s.benefit = any (:benefits)
                  and s.place >= :county and s.place < :end
                  and not exists (select 1 from benefits.enrolment e
                    join benefits.enrolment_step t on t.enrolment = e.id and t.verb = 'REFUSE'
                    where e.elder = s.elder and e.benefit = s.benefit and e.status = 'REFUSED')
                on conflict (elder, benefit) where status not in ('ENDED', 'REFUSED') do nothing
                returning id, elder, county, place
            )
            """ + STEPS + """
            select :run, id, elder, county, place, 'PROPOSED', null, 'PROPOSED', :now, :account, :name, :role, ''
            from begun\
            """)
                .params(common(run, county, month, desk))
                .param("benefits", benefits.toArray(String[]::new))
                .update();
    }

    /** Lists who is undetermined, keeps named decisions, and clears those of the month that are known now. */
    long hold(UUID run, Place county, YearMonth month, Desk desk) {
        Map<String, Object> all = common(run, county, month, desk);
        jdbc.sql("""
            update benefits.hold h set resolved_at = :now
            where h.county = :county and h.month = :month and h.resolved_at is null
              and not exists (select 1 from benefits.stage_decision s where s.run = :run
                and s.outcome = 'UNDETERMINED' and s.elder = h.elder and s.benefit = h.benefit)\
            """).params(all).update();
        return jdbc.sql("""
            insert into benefits.hold as h (id, elder, benefit, month, county, place, enrolment, missing_zh, missing_en,
                run)
            select uuidv7(), s.elder, s.benefit, :month, :county, s.place, e.id, s.because_zh, s.because_en, :run
            from benefits.stage_decision s
            left join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
                and e.status not in ('ENDED', 'REFUSED')
            where s.run = :run and s.outcome = 'UNDETERMINED' and s.died_in is null and s.place >= :county
              and s.place < :end
            on conflict (elder, benefit, month) do update set place = excluded.place,
                enrolment = excluded.enrolment, missing_zh = excluded.missing_zh,
                missing_en = excluded.missing_en, run = excluded.run, resolved_at = null
                where h.county = excluded.county\
            """).params(all).update();
    }

    /** Ends what death ends: the month after death is the first no longer paid at the latest. */
    long endDead(UUID run, Place county, YearMonth month, Desk desk) {
        return jdbc.sql("""
            with gone as materialized (
                select e.id, e.status as was, s.died_in from benefits.stage_decision s
                join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
                    and e.status not in ('ENDED', 'REFUSED') and e.county = :county
                where s.run = :run and s.died_in is not null for update of e
            ), moved as (
                update benefits.enrolment e set status = 'ENDED', answer_by = null,
                    ended_from = (g.died_in + interval '1 month')::date, last_step = :run, stepped_by = :account,
                    stepped_on = :today, why = :died || to_char(g.died_in, 'YYYY-MM'), version = e.version + 1,
                    changed_at = :now
                from gone g where e.id = g.id
                returning e.id, e.elder, e.county, e.place, g.was, e.why
            )
            """ + STEPS + """
            select :run, id, elder, county, place, 'END', was, 'ENDED', :now, :account, :name, :role, why from moved\
            """)
                .params(common(run, county, month, desk))
                .param("died", Why.of("benefits.why.died", ""))
                .update();
    }

    /** Suspends who is paid and no longer entitled; the village looks, then the county ends or resumes. */
    long suspend(UUID run, Place county, YearMonth month, List<Procedure> rules, Desk desk) {
        return jdbc.sql("""
            with gone as materialized (
                select e.id, s.because_zh, s.because_en, r.days from benefits.stage_decision s
                join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
                    and e.status = 'ACTIVE' and e.county = :county
                left join unnest(:names::text[], :days::int[]) as r (benefit, days) on r.benefit = e.benefit
                where s.run = :run and s.outcome = 'NOT_ENTITLED' and s.died_in is null for update of e
            ), moved as (
                update benefits.enrolment e set status = 'SUSPENDED', because_zh = g.because_zh,
                    because_en = g.because_en, decided_month = :month, decided_fen = null, last_step = :run,
                    stepped_by = :account, stepped_on = :today, why = :lost,
                    answer_by = :today::date + g.days - 1, version = e.version + 1, changed_at = :now
                from gone g where e.id = g.id
                returning e.id, e.elder, e.county, e.place, e.why
            )
            """ + STEPS + """
            select :run, id, elder, county, place, 'SUSPEND', 'ACTIVE', 'SUSPENDED', :now, :account, :name, :role, why
            from moved\
            """)
                .params(common(run, county, month, desk))
                .param("names", rules.stream().map(Procedure::benefit).toArray(String[]::new))
                .param(
                        "days",
                        rules.stream()
                                .map(rule -> rule.answerDays() == 0 ? null : rule.answerDays())
                                .toArray(Integer[]::new))
                .param("lost", Why.of("benefits.why.lost", month.toString()))
                .update();
    }

    /** Shows on open enrolments what was decided now where it differs from what they show. */
    long refresh(UUID run, Place county, YearMonth month, Desk desk) {
        return jdbc.sql("""
            update benefits.enrolment e set decided_month = :month, changed_at = :now,
                decided_fen = case s.outcome when 'ENTITLED' then s.fen end,
                because_zh = s.because_zh, because_en = s.because_en
            from benefits.stage_decision s
            where s.run = :run and e.elder = s.elder and e.benefit = s.benefit and e.county = :county
              and e.status not in ('ENDED', 'REFUSED') and s.died_in is null
              and (e.decided_fen is distinct from case s.outcome when 'ENTITLED' then s.fen end
                  or e.because_zh <> s.because_zh)\
            """).params(common(run, county, month, desk)).update();
    }

    /** Closes the run with its counts and clears the stage. */
    void finish(UUID run, Counts counts, String fingerprint) {
        jdbc.sql("""
            update benefits.proposal_run set finished_at = :now, policy_hash = :hash, proposed = :proposed,
                held = :held, suspended = :suspended, ended = :ended where id = :run\
            """)
                .param("run", run)
                .param("now", Rows.at(clock.instant()))
                .param("hash", fingerprint)
                .param("proposed", counts.proposed())
                .param("held", counts.held())
                .param("suspended", counts.suspended())
                .param("ended", counts.ended())
                .update();
        jdbc.sql("delete from benefits.stage_decision where run = :run")
                .param("run", run)
                .update();
    }

    /** The last finished comparison of a county. */
    @Unscoped("counts of a run, no people")
    Optional<Last> last(Place county) {
        return jdbc.sql("""
            select * from benefits.proposal_run where county = :county and finished_at is not null
            order by month desc, started_at desc limit 1\
            """)
                .param("county", county.path())
                .query((row, number) -> new Last(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        Rows.instant(row, "finished_at"),
                        new Counts(
                                row.getLong("proposed"),
                                row.getLong("held"),
                                row.getLong("suspended"),
                                row.getLong("ended"))))
                .optional();
    }

    private Map<String, Object> common(UUID run, Place county, YearMonth month, Desk desk) {
        return new HashMap<>(Map.of(
                "run", run,
                "county", county.path(),
                "end", county.end(),
                "month", month.atDay(1),
                "today", LocalDate.now(clock),
                "now", Rows.at(clock.instant()),
                "account", desk.account(),
                "name", desk.name(),
                "role", desk.role().name()));
    }

    /** What an open enrolment shows; fen is null when nothing was decided for it. */
    record Known(EnrolmentStatus status, @Nullable Long fen) {}

    /** What a comparison did. */
    public record Counts(long proposed, long held, long suspended, long ended) {

        Map<String, Long> byName() {
            return Map.of("proposed", proposed, "held", held, "suspended", suspended, "ended", ended);
        }
    }

    /** A finished comparison. */
    public record Last(YearMonth month, java.time.Instant at, Counts counts) {}
}
