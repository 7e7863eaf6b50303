package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the staged answers of one run with what other offices said that they pay; writes only what changed. */
@Repository
@Unscoped("a whole county, by the job of a desk of that county")
class MirrorRows {

    /** One row for each person and benefit on either side; {@code known} is false where no list was ever taken in. */
    private static final String FOUND = """
        with theirs as (
            select r.elder, r.benefit, r.place, r.amount_fen, r.recorded_on from benefits.received_elsewhere r
            where r.county = :county and r.benefit = any (:benefits)
              and (r.from_month is null or r.from_month <= :month) and (r.to_month is null or r.to_month > :month)
        ), known as (
            select distinct r.benefit from benefits.received_elsewhere r
            where r.county = :county and r.benefit = any (:benefits)
        ), found as (
            select coalesce(s.elder, r.elder) as elder, coalesce(s.benefit, r.benefit) as benefit,
                coalesce(s.place, r.place) as place, r.elder is not null as receives, r.amount_fen as their_fen,
                case s.outcome when 'ENTITLED' then s.fen end as our_fen,
                coalesce(s.because_zh, '') as because_zh, coalesce(s.because_en, '') as because_en,
                r.recorded_on as told_on, k.benefit is not null as known,
                case
                    when r.elder is null then case when k.benefit is null then 'NOT_KNOWN' else 'NOT_RECEIVED' end
                    when s.outcome = 'NOT_ENTITLED' then 'NOT_ENTITLED'
                    when s.outcome = 'ENTITLED' and r.amount_fen is distinct from s.fen and r.amount_fen is not null
                        then 'OTHER_AMOUNT'
                    when s.outcome = 'ENTITLED' then 'SAME'
                    else 'UNDETERMINED' end as kind
            from (select * from benefits.stage_decision where run = :run and benefit = any (:benefits)) s
            full join theirs r on r.elder = s.elder and r.benefit = s.benefit
            left join known k on k.benefit = coalesce(s.benefit, r.benefit)
        )
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MirrorRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who is on a list of another office or waits for a thing: only there a 'no' matters. */
    Map<UUID, Set<String>> listed(Place county, List<String> benefits) {
        Map<UUID, Set<String>> found = new HashMap<>();
        jdbc.sql("""
            select elder, benefit from benefits.received_elsewhere where county = :county and benefit = any (:benefits)
            union all
            select elder, benefit from benefits.delivery where county = :county and state <> 'DELIVERED'\
            """)
                .param("county", county.path())
                .param("benefits", benefits.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject(1, UUID.class), elder -> new HashSet<>(2))
                            .add(row.getString(2));
                });
        return found;
    }

    /** Forgets what was staged before, after a crash or at the end. */
    void clear(UUID run) {
        jdbc.sql("delete from benefits.stage_decision where run = :run")
                .param("run", run)
                .update();
    }

    /** What one comparison is about. */
    record Run(UUID id, Place county, YearMonth month, List<String> benefits) {

        /** Copies the list. */
        Run {
            benefits = List.copyOf(benefits);
        }
    }

    /** Takes away differences that are gone, writes those that are new or changed, counts the whole; how many differ. */
    long merge(Run run) {
        Map<String, Object> all = parameters(run);
        jdbc.sql(FOUND + """
            delete from benefits.mirror_difference d where d.county = :county and not exists (
                select 1 from found f where f.elder = d.elder and f.benefit = d.benefit
                  and f.kind not in ('SAME', 'NOT_KNOWN'))\
            """).params(all).update();
        jdbc.sql(FOUND + """
            insert into benefits.mirror_difference as d (elder, benefit, county, place, month, kind, their_fen, our_fen,
                because_zh, because_en, told_on, since, run)
            select elder, benefit, :county, place, :month, kind, their_fen, our_fen, because_zh, because_en, told_on,
                :today, :run
            from found where kind not in ('SAME', 'NOT_KNOWN')
            on conflict (elder, benefit, county) do update set place = excluded.place,
                month = excluded.month, kind = excluded.kind, their_fen = excluded.their_fen,
                our_fen = excluded.our_fen, because_zh = excluded.because_zh, because_en = excluded.because_en,
                told_on = excluded.told_on, run = excluded.run,
                since = case when d.kind = excluded.kind then d.since else excluded.since end
            where (d.place, d.kind, d.their_fen, d.our_fen, d.because_zh, d.told_on) is distinct from
                (excluded.place, excluded.kind, excluded.their_fen, excluded.our_fen,
                    excluded.because_zh, excluded.told_on)\
            """).params(all).update();
        count(all);
        clear(run.id());
        return jdbc.sql("select count(*) from benefits.mirror_difference where county = :county")
                .param("county", run.county().path())
                .query(Long.class)
                .single();
    }

    private void count(Map<String, Object> all) {
        jdbc.sql("delete from benefits.mirror_count where county = :county and benefit <> all (:benefits)")
                .params(all)
                .update();
        jdbc.sql(FOUND + """
            insert into benefits.mirror_count as c (county, benefit, month, compared_at, known, their_people, their_fen,
                our_people, our_fen, same_people, run)
            select :county, b.benefit, :month, :now, coalesce(bool_or(f.known), false),
                count(*) filter (where f.receives), coalesce(sum(f.their_fen), 0),
                count(*) filter (where f.our_fen is not null), coalesce(sum(f.our_fen), 0),
                count(*) filter (where f.kind = 'SAME'), :run
            from unnest(:benefits::text[]) as b (benefit) left join found f on f.benefit = b.benefit group by b.benefit
            on conflict (county, benefit) do update set month = excluded.month, compared_at = excluded.compared_at,
                known = excluded.known, their_people = excluded.their_people, their_fen = excluded.their_fen,
                our_people = excluded.our_people, our_fen = excluded.our_fen, same_people = excluded.same_people,
                run = excluded.run\
            """).params(all).update();
    }

    private Map<String, Object> parameters(Run run) {
        return Map.of(
                "run", run.id(),
                "county", run.county().path(),
                "month", run.month().atDay(1),
                "benefits", run.benefits().toArray(String[]::new),
                "today", LocalDate.now(clock),
                "now", Rows.at(clock.instant()));
    }
}
