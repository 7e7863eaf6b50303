package org.sangyu.benefits.internal.unclaimed;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.BenefitMode;
import org.sangyu.benefits.internal.enrolment.Procedure;
import org.sangyu.benefits.internal.enrolment.Procedures;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns the staged answers of one comparison into its result; each one statement. */
@Unscoped("a whole county, by the job of a desk of that county")
@Repository
class UnclaimedRows {

    private static final String KNOWN = """
        with kept as (
            insert into benefits.unclaimed_benefit (run, benefit, county, position, known, mirrored)
            select :run, b.benefit, :county, b.position,
                exists (select 1 from benefits.opened_books o
                    where o.county = :county and o.benefit = b.benefit)
                or exists (select 1 from benefits.received_elsewhere r where r.place >= :county
                    and r.place < :county || '~' and r.benefit = b.benefit and b.mirrored),
                b.mirrored
            from unnest(:names::text[], :mirrored::bool[]) with ordinality as b (benefit, mirrored, position)
            returning benefit, known
        )
        select benefit from kept where known
        """;

    private static final String COMPARE = """
        with judged as materialized (
            select s.*, b.known,
                case when e.status = 'ACTIVE' or e.paid_before_to > :month or r.elder is not null
                        or d.elder is not null then 'RECEIVING'
                    when e.id is not null or o.elder is not null then 'UNDER_WAY'
                    when s.entitled then 'UNCLAIMED' else 'MISSING' end as state
            from benefits.stage_unclaimed s
            join benefits.unclaimed_benefit b on b.run = s.run and b.benefit = s.benefit
            left join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
                and e.county = :county and e.status not in ('ENDED', 'REFUSED')
            left join benefits.received_elsewhere r on r.elder = s.elder and r.benefit = s.benefit
                and r.place >= :county and r.place < :county || '~'
                and (r.to_month is null or r.to_month > :month)
            left join (
                select distinct p.elder, p.benefit from benefits.pay_order p
                where p.county = :county and p.state = 'PAID'
                  and p.period in (:period, left(:period, 4), 'ONCE')
            ) d on d.elder = s.elder and d.benefit = s.benefit
            left join benefits.enrolled_in_other_counties(:county, :run) o
                on o.elder = s.elder and o.benefit = s.benefit
            where s.run = :run and s.place >= :county and s.place < :county || '~'
        ), counted as (
            insert into benefits.unclaimed_count (run, county, place, benefit, entitled, receiving,
                under_way, unclaimed, missing)
            select :run, :county, place, benefit, count(*) filter (where entitled),
                count(*) filter (where known and entitled and state = 'RECEIVING'),
                count(*) filter (where known and entitled and state = 'UNDER_WAY'),
                count(*) filter (where known and state = 'UNCLAIMED'),
                count(*) filter (where known and state = 'MISSING')
            from judged group by place, benefit
        )
        insert into benefits.unclaimed (run, elder, benefit, county, place, kind, fen, since, earlier,
            because_zh, because_en)
        select :run, elder, benefit, :county, place, state, fen, since, earlier, because_zh, because_en
        from judged where known and state in ('UNCLAIMED', 'MISSING')
        """;

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Clock clock;

    UnclaimedRows(JdbcClient jdbc, Procedures procedures, Clock clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** Which comparison. */
    record Comparison(UUID run, Place county, YearMonth month) {}

    /** How many rows a comparison made. */
    record Found(long unclaimed, long missing) {}

    /**
     * Opens the run, or finds it again after a crash without what was staged before.
     *
     * @return the benefits of which it is known who receives them
     */
    Set<String> begin(Comparison which, List<String> benefits, Desk desk) {
        UUID run = which.run();
        Place county = which.county();
        jdbc.sql("delete from benefits.stage_unclaimed where run = :run")
                .param("run", run)
                .update();
        jdbc.sql("""
            insert into benefits.unclaimed_run (id, county, month, started_at, by_account, by_name)
            values (:run, :county, :month, :now, :account, :name) on conflict (id) do nothing\
            """)
                .param("run", run)
                .param("county", county.path())
                .param("month", which.month().atDay(1))
                .param("now", at(clock.instant()))
                .param("account", desk.account())
                .param("name", desk.name())
                .update();
        jdbc.sql("delete from benefits.unclaimed_benefit where run = :run")
                .param("run", run)
                .update();
        List<Procedure> how = procedures.of(county, benefits, desk.scope());
        return new HashSet<>(jdbc.sql(KNOWN)
                .param("run", run)
                .param("county", county.path())
                .param("names", benefits.toArray(String[]::new))
                .param(
                        "mirrored",
                        how.stream()
                                .map(one -> one.mode() == BenefitMode.MIRRORED)
                                .toArray(Boolean[]::new))
                .query(String.class)
                .list());
    }

    /** Benefits that people of the county receive or are enrolled for, by person. */
    Map<UUID, Set<String>> taken(Place county, YearMonth month) {
        Map<UUID, Set<String>> taken = new HashMap<>();
        jdbc.sql("""
            select elder, benefit from benefits.enrolment
            where county = :county and status not in ('ENDED', 'REFUSED')
            union all
            select elder, benefit from benefits.received_elsewhere
            where place >= :county and place < :county || '~' and (to_month is null or to_month > :month)\
            """)
                .param("county", county.path())
                .param("month", month.atDay(1))
                .query(row -> {
                    taken.computeIfAbsent(row.getObject("elder", UUID.class), elder -> new HashSet<>(4))
                            .add(row.getString("benefit"));
                });
        return taken;
    }

    /** Compares what was staged with who receives: the counts by village, and the people. */
    Found compare(Comparison which) {
        Map<String, Object> all = Map.of(
                "run", which.run(),
                "county", which.county().path(),
                "month", which.month().atDay(1),
                "period", which.month().toString());
        jdbc.sql(COMPARE).params(all).update();
        return jdbc.sql("select coalesce(sum(unclaimed), 0), coalesce(sum(missing), 0) from benefits.unclaimed_count"
                        + " where run = :run")
                .param("run", which.run())
                .query((row, number) -> new Found(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * Puts the result in the place of the month's former one and clears the stage.
     *
     * <p>Two runs of one county take turns, and neither takes away what the other is still writing; only what broke off
     * a day ago goes too.
     */
    void finish(Comparison which, String fingerprint) {
        UUID run = which.run();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('benefits.unclaimed.' || :county))")
                .param("county", which.county().path())
                .query((row, number) -> true)
                .single();
        jdbc.sql("""
            delete from benefits.unclaimed_run where county = :county and month = :month and id <> :run
              and (finished_at is not null or started_at < cast(:now as timestamptz) - interval '1 day')\
            """)
                .param("county", which.county().path())
                .param("month", which.month().atDay(1))
                .param("run", run)
                .param("now", at(clock.instant()))
                .update();
        jdbc.sql("update benefits.unclaimed_run set finished_at = :now, policy_hash = :hash where id = :run")
                .param("run", run)
                .param("now", at(clock.instant()))
                .param("hash", fingerprint)
                .update();
        jdbc.sql("delete from benefits.stage_unclaimed where run = :run")
                .param("run", run)
                .update();
    }

    /** Opens the books of a benefit without anybody in them. */
    void openEmptyBooks(Place county, String benefit, Desk desk) {
        jdbc.sql("""
            insert into benefits.opened_books (county, benefit, opened_at, opened_by, opened_name, people)
            values (:county, :benefit, :now, :account, :name, 0) on conflict (county, benefit) do nothing\
            """)
                .param("county", county.path())
                .param("benefit", benefit)
                .param("now", at(clock.instant()))
                .param("account", desk.account())
                .param("name", desk.name())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
