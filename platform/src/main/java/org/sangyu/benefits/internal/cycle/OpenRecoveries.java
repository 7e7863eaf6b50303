package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opens recovery cases (追缴) for the over-payments that a released cycle found, or adds them to an open case. */
@Repository
class OpenRecoveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenRecoveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(Cycle cycle) {
        jdbc.sql("""
            insert into benefits.recovery_case (id, elder, name, benefit, county, place, cycle, opened_on, died,
                why_zh, why_en)
            select gen_random_uuid(), l.elder, max(l.name), l.benefit, l.county, max(l.place), l.cycle, :today,
                bool_or(l.died), coalesce(max(f.text_zh), ''), coalesce(max(f.text_en), '')
            from benefits.line l
            left join benefits.cycle_line f on f.cycle = l.cycle and f.version = :version and f.line = l.id
            where l.cycle = :cycle and l.kind = 'RECOVERY' and l.fen < 0 and l.recovery is null
            group by l.elder, l.benefit, l.county, l.cycle
            on conflict (elder, benefit, county) where closed_on is null
            do update set died = recovery_case.died or excluded.died,
                offset_cap = case when excluded.died then null else recovery_case.offset_cap end,
                row_version = recovery_case.row_version + 1\
            """)
                .param("today", LocalDate.now(clock))
                .param("version", cycle.version())
                .param("cycle", cycle.id())
                .update();
        jdbc.sql("""
            update benefits.line l set recovery = r.id from benefits.recovery_case r
            where l.cycle = :cycle and l.kind = 'RECOVERY' and l.recovery is null and r.elder = l.elder
              and r.benefit = l.benefit and r.county = l.county and r.closed_on is null\
            """).param("cycle", cycle.id()).update();
        jdbc.sql("""
            update benefits.recovery_case r set closed_on = :today, row_version = row_version + 1
            where r.county = :county and r.closed_on is null
              and exists (select 1 from benefits.line l where l.recovery = r.id and l.cycle = :cycle)
              and
            """ + RecoveryRows.OPEN_FEN + " <= 0")
                .param("today", LocalDate.now(clock))
                .param("county", cycle.county().path())
                .param("cycle", cycle.id())
                .update();
    }
}
