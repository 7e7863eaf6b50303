package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves.Move;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes deeds set by set: the change and its step in one statement, however many people it is for. */
@Repository
class DeedRows {

    /** Nobody does two steps of the same way; the database compares accounts, not desks. */
    private static final String OWN = """
        exists (select 1 from benefits.enrolment_step s
                where s.enrolment = e.id and s.by_account = :account and s.verb in ('CHECK', 'REVIEW'))\
        """;

    private static final String NOTICE_MISSING = """
        (r.notice_days > 0 and not exists (select 1 from benefits.notice n
                where n.id = e.notice and n.to_day <= :today))\
        """;

    private static final String MONTH_MISSING = "(r.first_payable = 'GIVEN' and e.first_payable is null)";

    private static final String RULES = """
        left join unnest(:benefits::text[], :rules::text[], :back::int[], :noticeDays::int[], :answerDays::int[])
            as r (benefit, first_payable, months_back, notice_days, answer_days) on r.benefit = e.benefit
        """;

    private static final String FIRST_PAYABLE = """
        (select greatest(e.paid_before_to, :month::date - make_interval(months => r.months_back),
            case r.first_payable when 'FROM_REACHED' then coalesce(e.reached, :month)
                when 'FROM_APPLICATION' then date_trunc('month', e.applied_on)::date
                when 'FROM_APPROVAL' then :month
                else e.first_payable end)::date)\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Does the deed for the next enrolments after a given one, in the order of their ids.
     *
     * @param moves what the verb leads to, from each status
     * @param after id of the last one done, or null to begin
     * @param limit how many at most
     */
    Chunk move(Deed deed, List<Move> moves, List<Procedure> procedures, Desk desk, @Nullable UUID after, int limit) {
        EnrolmentFilter.Where where = deed.selection().where(desk.scope());
        String sql = """
            with picked as materialized (
                select e.id, e.status as was, m.becomes, r.answer_days, %s as first_month
                from benefits.enrolment e
                join unnest(:from::text[], :to::text[]) as m (was, becomes) on m.was = e.status
                %s
                where %s and e.id > :after %s
                order by e.id limit :limit for update of e
            ), moved as (
                update benefits.enrolment e set status = p.becomes, %s, why = :why, last_step = :act,
                    stepped_by = :account, stepped_on = :today, version = e.version + 1, changed_at = :now
                from picked p where e.id = p.id
                returning e.id, e.elder, e.county, e.place, p.was, e.status
            ), stepped as (
                insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status,
                    at, by_account, by_name, by_role, why)
                select :act, id, elder, county, place, :verb, was, status, :now, :account, :name, :role, :why from moved
                returning enrolment
            )
            select count(*) as moved, max(enrolment::text) as last from stepped\
            """.formatted(FIRST_PAYABLE, RULES, where.sql(), conditions(deed.verb()), changes(deed.verb()));
        return jdbc.sql(sql)
                .params(where.parameters())
                .params(common(deed, moves, procedures, desk))
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> {
                    String last = row.getString("last");
                    return new Chunk(row.getLong("moved"), last == null ? null : UUID.fromString(last));
                })
                .single();
    }

    /** How many the deed is meant for, and what stands in the way of how many. */
    Obstacles obstacles(Deed deed, List<Move> moves, List<Procedure> procedures, Desk desk) {
        EnrolmentFilter.Where where = deed.selection().where(desk.scope());
        boolean forward = isForward(deed.verb());
        boolean approval = deed.verb() == EnrolmentVerb.APPROVE;
        return jdbc.sql("""
            select count(*) as meant, count(*) filter (where m.was is null) as elsewhere,
                count(*) filter (where m.was is not null and %s) as own,
                count(*) filter (where m.was is not null and %s) as notice,
                count(*) filter (where m.was is not null and %s) as month
            from benefits.enrolment e
            left join unnest(:from::text[], :to::text[]) as m (was, becomes) on m.was = e.status
            %s
            where %s\
            """.formatted(
                                forward ? OWN : "false",
                                approval ? NOTICE_MISSING : "false",
                                approval ? MONTH_MISSING : "false",
                                RULES,
                                where.sql()))
                .params(where.parameters())
                .params(common(deed, moves, procedures, desk))
                .query((row, number) -> new Obstacles(
                        row.getLong("meant"),
                        row.getLong("elsewhere"),
                        row.getLong("own"),
                        row.getLong("notice"),
                        row.getLong("month")))
                .single();
    }

    /** Makes active what an approval or a confirmation left with a confirmed account. */
    long activate(UUID act, Desk desk) {
        return jdbc.sql("""
            with moved as (
                update benefits.enrolment e set status = 'ACTIVE', payee_account = a.id,
                    version = e.version + 1, changed_at = :now
                from benefits.payee_account a
                where a.enrolment = e.id and a.state = 'CONFIRMED' and e.status = 'COUNTY_APPROVED'
                  and e.last_step = :act and e.place >= :lo and e.place < :hi
                returning e.id, e.elder, e.county, e.place
            )
            insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status,
                to_status, at, by_account, by_name, by_role)
            select :act, id, elder, county, place, 'ACTIVATE', 'COUNTY_APPROVED', 'ACTIVE', :now, :account,
                :name, :role from moved\
            """)
                .params(actor(act, desk))
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .update();
    }

    /** The verb that an act wrote and who did it, for undoing; null when nothing of it is seen here. */
    @Nullable
    Act act(UUID act, Scope scope) {
        return jdbc.sql("""
            select s.verb, s.by_account, count(*) as steps from benefits.enrolment_step s
            where s.id = :act and s.place >= :lo and s.place < :hi and s.verb <> 'ACTIVATE' group by 1, 2\
            """)
                .param("act", act)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Act(
                        EnrolmentVerb.valueOf(row.getString("verb")),
                        row.getString("by_account"),
                        row.getLong("steps")))
                .optional()
                .orElse(null);
    }

    /** How many a deed for everything that matches is meant for. */
    long meant(Deed deed, Scope scope) {
        EnrolmentFilter.Where where = deed.selection().where(scope);
        return jdbc.sql("select count(*) from benefits.enrolment e where " + where.sql()
                        + " and (:undone::uuid is null or e.last_step = :undone)")
                .params(where.parameters())
                .param("undone", deed.undone())
                .query(Long.class)
                .single();
    }

    /** The benefits that a selection touches. */
    List<String> benefits(Selection selection, Scope scope) {
        EnrolmentFilter.Where where = selection.where(scope);
        return jdbc.sql("select distinct e.benefit from benefits.enrolment e where " + where.sql())
                .params(where.parameters())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static boolean isForward(EnrolmentVerb verb) {
        return verb == EnrolmentVerb.REVIEW || verb == EnrolmentVerb.APPROVE;
    }

    private static String conditions(EnrolmentVerb verb) {
        return switch (verb) {
            case REVIEW -> "and not " + OWN;
            case APPROVE -> "and not " + OWN + " and not " + NOTICE_MISSING + " and not " + MONTH_MISSING;
            case UNDO -> "and e.last_step = :undone and e.stepped_by = :account";
            default -> "";
        };
    }

    private static String changes(EnrolmentVerb verb) {
        return switch (verb) {
            case CHECK, REVIEW -> "returned = false";
            case APPROVE -> "returned = false, first_payable = p.first_month";
            case RETURN -> "returned = true";
            case SUSPEND -> "answer_by = :today::date + p.answer_days - 1";
            case RESUME -> "answer_by = null";
            case END -> "answer_by = null, ended_from = :endedFrom";
            case REFUSE, UNDO, ACTIVATE, WITHDRAW -> "answer_by = null";
        };
    }

    private Map<String, Object> common(Deed deed, List<Move> moves, List<Procedure> procedures, Desk desk) {
        Map<String, Object> all = new HashMap<>(actor(deed.act(), desk));
        all.put("verb", deed.verb().name());
        all.put("why", deed.why());
        all.put("from", moves.stream().map(move -> move.from().name()).toArray(String[]::new));
        all.put("to", moves.stream().map(move -> move.to().name()).toArray(String[]::new));
        all.put("benefits", procedures.stream().map(Procedure::benefit).toArray(String[]::new));
        all.put(
                "rules",
                procedures.stream().map(rule -> rule.firstPayable().name()).toArray(String[]::new));
        all.put("back", procedures.stream().map(Procedure::monthsBack).toArray(Integer[]::new));
        all.put("noticeDays", procedures.stream().map(Procedure::noticeDays).toArray(Integer[]::new));
        all.put(
                "answerDays",
                procedures.stream()
                        .map(rule -> rule.answerDays() == 0 ? null : rule.answerDays())
                        .toArray(Integer[]::new));
        all.put("month", YearMonth.now(clock).atDay(1));
        all.put("endedFrom", Rows.first(deed.endedFrom()));
        all.put("undone", deed.undone());
        return all;
    }

    private Map<String, Object> actor(UUID act, Desk desk) {
        return Map.of(
                "act", act,
                "account", desk.account(),
                "name", desk.name(),
                "role", desk.role().name(),
                "now", Rows.at(clock.instant()),
                "today", LocalDate.now(clock));
    }

    /**
     * What one statement did.
     *
     * @param last id of the last one, or null when nothing was left
     */
    record Chunk(long moved, @Nullable UUID last) {}

    /**
     * What stands in the way.
     *
     * @param meant how many are in the selection
     * @param elsewhere stand where this verb does nothing
     * @param own were checked or reviewed by the same person
     * @param notice whose public notice has not ended
     * @param month whose first month must be given first
     */
    record Obstacles(long meant, long elsewhere, long own, long notice, long month) {}

    /** An earlier deed. */
    record Act(EnrolmentVerb verb, String account, long steps) {}
}
