package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.HitAnswered;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suspends and resumes what a comparison hits; the list itself is the act that suspended. */
@Repository
@Unscoped("one county, named by its path, after a list that a desk of it handed in")
class ComparisonRows {

    private static final String STEPS = """
        insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status, at,
            by_account, by_name, by_role, why)
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ComparisonRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Suspends what these people are paid; what this list suspended before, and somebody resumed, it leaves alone. */
    long suspend(PeopleCompared event, List<ElderId> elders, List<Procedure> rules) {
        return jdbc.sql("""
            with hit as materialized (
                select e.id, r.days from benefits.enrolment e
                left join unnest(:names::text[], :days::int[]) as r (benefit, days) on r.benefit = e.benefit
                where e.elder = any (:elders::uuid[]) and e.county = :county and e.status = 'ACTIVE'
                  and not exists (select 1 from benefits.enrolment_step s where s.id = :act and s.enrolment = e.id)
                for update of e
            ), moved as (
                update benefits.enrolment e set status = 'SUSPENDED', why = :why, last_step = :act,
                    stepped_by = :account, stepped_on = :today, answer_by = :today::date + h.days - 1,
                    version = e.version + 1, changed_at = :now
                from hit h where e.id = h.id
                returning e.id, e.elder, e.county, e.place
            )
            """ + STEPS + """
            select :act, id, elder, county, place, 'SUSPEND', 'ACTIVE', 'SUSPENDED', :now, :account, :name, :role, :why
            from moved\
            """)
                .params(signed(event.by()))
                .param("act", event.comparison())
                .param("county", event.county().path())
                .param("elders", Rows.array(elders.stream().map(ElderId::value).toList()))
                .param("names", rules.stream().map(Procedure::benefit).toArray(String[]::new))
                .param(
                        "days",
                        rules.stream()
                                .map(rule -> rule.answerDays() == 0 ? null : rule.answerDays())
                                .toArray(Integer[]::new))
                .param(
                        "why",
                        Why.of(
                                "benefits.why.compared." + event.kind() + "." + event.source(),
                                event.extracted().toString()))
                .update();
    }

    /** Goes on with what this list suspended. */
    long resume(UUID act, HitAnswered event) {
        return jdbc.sql("""
            with moved as (
                update benefits.enrolment e set status = 'ACTIVE', answer_by = null, why = :why, last_step = :act,
                    stepped_by = :account, stepped_on = :today, version = e.version + 1, changed_at = :now
                where e.elder = :elder and e.county = :county and e.status = 'SUSPENDED' and e.last_step = :list
                returning e.id, e.elder, e.county, e.place
            )
            """ + STEPS + """
            select :act, id, elder, county, place, 'RESUME', 'SUSPENDED', 'ACTIVE', :now, :account, :name, :role, :why
            from moved\
            """)
                .params(signed(event.by()))
                .param("act", act)
                .param("county", event.county().path())
                .param("elder", event.elder().value())
                .param("list", event.comparison())
                .param("why", event.why())
                .update();
    }

    private Map<String, Object> signed(AnsweredBy by) {
        return new HashMap<>(Map.of(
                "account", by.account(),
                "name", by.name(),
                "role", by.role().name(),
                "today", LocalDate.now(clock),
                "now", Rows.at(clock.instant())));
    }
}
