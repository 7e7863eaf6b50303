package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns the staged answers about things into tasks: made once, dropped when no longer due before they were delivered. */
@Repository
@Unscoped("a whole county, by the job of a desk of that county")
class DeliveryRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes, takes up again and drops; how many were made. */
    long merge(UUID run, Place county, YearMonth month, List<String> things) {
        Map<String, Object> all = Map.of(
                "run", run,
                "county", county.path(),
                "end", county.end(),
                "month", month.atDay(1),
                "today", LocalDate.now(clock),
                "things", things.toArray(String[]::new));
        jdbc.sql("""
            update benefits.delivery d set state = 'DROPPED', because_zh = s.because_zh, because_en = s.because_en,
                version = d.version + 1
            from benefits.stage_decision s
            where s.run = :run and s.elder = d.elder and s.benefit = d.benefit and d.county = :county
              and d.state = 'WAITING' and (s.outcome = 'NOT_ENTITLED' or s.died_in is not null)\
            """).params(all).update();
        jdbc.sql("""
            update benefits.delivery d set state = 'WAITING', place = s.place, because_zh = s.because_zh,
                because_en = s.because_en, version = d.version + 1
            from benefits.stage_decision s
            where s.run = :run and s.elder = d.elder and s.benefit = d.benefit and d.county = :county
              and s.outcome = 'ENTITLED' and s.died_in is null and d.state <> 'DELIVERED'
              and (d.state = 'DROPPED' or d.place <> s.place or d.because_zh <> s.because_zh)\
            """).params(all).update();
        return jdbc.sql("""
            insert into benefits.delivery (id, elder, benefit, county, place, state, reached, because_zh, because_en,
                made_on, run)
            select uuidv7(), s.elder, s.benefit, :county, s.place, 'WAITING', :month, s.because_zh, s.because_en,
                :today, :run
            from benefits.stage_decision s
            where s.run = :run and s.outcome = 'ENTITLED' and s.died_in is null and s.benefit = any (:things)
              and s.place >= :county and s.place < :end and not benefits.delivery_exists(s.elder, s.benefit)
            on conflict (elder, benefit) do nothing\
            """).params(all).update();
    }
}
