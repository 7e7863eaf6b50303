package org.sangyu.benefits.internal.cycle;

/**
 * Where the lines of a cycle are read: the frozen roster once there is one, else the books with account and reasons as
 * they stand now.
 */
final class Source {

    private static final String FROZEN = """
        (select line as id, elder, name, county, place, benefit, period, accrued, kind, fen, pay_fen, hold, hold_note,
            coalesce(hold_by, '') as hold_by, text_zh, text_en, coalesce(holder, '') as holder,
            coalesce(last_four, '') as last_four, coalesce(payee, '') as payee, account_new
        from benefits.cycle_line where cycle = :cycle and version = :version)\
        """;

    private static final String LIVE = """
        (select l.id, l.elder, l.name, l.county, l.place, l.benefit, l.period, l.accrued, l.kind, l.fen,
            case when l.kind in ('REGULAR', 'BACK_PAY') then l.fen + coalesce((select sum(o.fen) from benefits.line o
                where o.against = l.id and o.cycle = l.cycle), 0) else 0 end as pay_fen,
            l.hold, '' as hold_note, '' as hold_by,
            coalesce((select string_agg(r ->> 'zh', '；') from %1$s), '') as text_zh,
            coalesce((select string_agg(r ->> 'en', '; ') from %1$s), '') as text_en,
            coalesce((select a.holder from %2$s), '') as holder,
            coalesce((select a.last_four from %2$s), '') as last_four,
            coalesce((select a.kind from %2$s), '') as payee,
            coalesce((select a.confirmed_at from %2$s) > (
                select max(s.at) from benefits.cycle_step s join benefits.cycle c on c.id = s.cycle
                join benefits.cycle me on me.id = :cycle
                where c.county = me.county and c.benefits && me.benefits and c.id <> me.id
                  and s.verb = 'RELEASE'), false) as account_new
        from benefits.line l where l.cycle = :cycle and :version >= 0)\
        """.formatted("""
            benefits.decision_span d, json_array_elements(d.reasons) r where d.elder = l.elder
            and d.benefit = l.benefit and d.recorded_to is null and d.valid_from <= l.accrued
            and (d.valid_to is null or d.valid_to > l.accrued)\
            """, """
            benefits.enrolment e join benefits.payee_account a on a.id = e.payee_account
            where e.elder = l.elder and e.benefit = l.benefit and e.county = l.county
            order by e.status in ('ENDED', 'REFUSED'), e.first_payable desc limit 1\
            """);

    private Source() {}

    /** A subquery; its parameters are {@code cycle} and {@code version}. */
    static String of(Cycle cycle) {
        return cycle.state().compareTo(CycleState.FROZEN) >= 0 ? FROZEN : LIVE;
    }
}
