package org.sangyu.benefits.internal.unclaimed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the dated results of comparisons: which there are, and their counts by place and benefit. */
@Repository
@Transactional(readOnly = true)
public class UnclaimedResults {

    private static final String COUNTS = """
        sum(c.entitled)::bigint, sum(c.receiving)::bigint, sum(c.under_way)::bigint, sum(c.unclaimed)::bigint,
        sum(c.missing)::bigint, bool_and(b.known), bool_or(b.mirrored)
        from benefits.unclaimed_count c
        join benefits.unclaimed_benefit b on b.run = c.run and b.benefit = c.benefit
        where c.run = any (:runs) and c.place >= :lo and c.place < :hi
        """;

    private final JdbcClient jdbc;

    UnclaimedResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One county's result for a month. */
    public record Result(UUID id, Place county, YearMonth month, Instant finished, String by) {}

    /**
     * Counts of one benefit or one place.
     *
     * @param key benefit or path of the place
     * @param known false where nobody can say who receives: then only {@code entitled} means something
     */
    public record Counts(
            String key,
            long entitled,
            long receiving,
            long underWay,
            long unclaimed,
            long missing,
            boolean known,
            boolean mirrored) {}

    /** The newest finished result of each county in or above the scope, or that of a month. */
    public List<Result> results(Scope scope, @Nullable YearMonth month) {
        return jdbc.sql("""
            select distinct on (r.county) r.* from benefits.unclaimed_run r
            where r.finished_at is not null and (:month::date is null or r.month = :month)
              and (r.county >= :lo and r.county < :hi or left(:lo, length(r.county)) = r.county)
            order by r.county, r.month desc limit 3000\
            """)
                .param("month", month == null ? null : month.atDay(1))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(UnclaimedResults::result)
                .list();
    }

    /** Months for which there is a result, newest first. */
    public List<YearMonth> months(Scope scope) {
        return jdbc.sql("""
            select distinct r.month from benefits.unclaimed_run r
            where r.finished_at is not null
              and (r.county >= :lo and r.county < :hi or left(:lo, length(r.county)) = r.county)
            order by 1 desc limit 24\
            """)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    /** Counts by benefit, in their fixed order. */
    public List<Counts> byBenefit(Scope scope, List<UUID> runs) {
        return jdbc.sql("select c.benefit, " + COUNTS + " group by c.benefit order by min(b.position), c.benefit")
                .param("runs", runs.toArray(UUID[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(UnclaimedResults::counts)
                .list();
    }

    /**
     * Counts by place, for benefits of which it is known who receives them.
     *
     * @param pathLength length of the paths of that level; rows of a higher level stand under their own path
     */
    public List<Counts> byPlace(Scope scope, List<UUID> runs, @Nullable String benefit, int pathLength) {
        return jdbc.sql("select left(c.place, " + pathLength + "), " + COUNTS
                        + " and b.known and (:benefit::text is null or c.benefit = :benefit) group by 1 order"
                        + " by 1 limit 3000")
                .param("runs", runs.toArray(UUID[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("benefit", benefit)
                .query(UnclaimedResults::counts)
                .list();
    }

    /** Benefits a county pays of which nobody has said who receives them. */
    public List<String> unknown(Scope scope, List<UUID> runs) {
        return jdbc.sql("""
            select b.benefit from benefits.unclaimed_benefit b
            where b.run = any (:runs) and not b.known
              and (b.county >= :lo and b.county < :hi or left(:lo, length(b.county)) = b.county)
            group by b.benefit order by min(b.position)\
            """)
                .param("runs", runs.toArray(UUID[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> row.getString("benefit"))
                .list();
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        return new Result(
                row.getObject("id", UUID.class),
                new Place(row.getString("county")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"));
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getBoolean(8));
    }
}
