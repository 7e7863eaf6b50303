package org.sangyu.benefits.internal.cycle;

/** Where the lines of a cycle are read: the frozen roster once there is one, else the books. */
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
            l.hold, '' as hold_note, '' as hold_by, '' as text_zh, '' as text_en, '' as holder, '' as last_four,
            '' as payee, false as account_new
        from benefits.line l where l.cycle = :cycle and :version >= 0)\
        """;

    private Source() {}

    /** A subquery; its parameters are {@code cycle} and {@code version}. */
    static String of(Cycle cycle) {
        return cycle.state().compareTo(CycleState.FROZEN) >= 0 ? FROZEN : LIVE;
    }
}
