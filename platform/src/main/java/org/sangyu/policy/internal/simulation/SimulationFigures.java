package org.sangyu.policy.internal.simulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what came of a simulation: sums by benefit, county, age band or month, and the people behind them. */
@Repository
@Transactional(readOnly = true)
public class SimulationFigures {

    private static final Map<By, String> KEYS = Map.of(
            By.BENEFIT, "c.benefit",
            By.COUNTY, "c.county",
            By.BAND, "lpad(c.band::text, 3, '0')",
            By.MONTH, "to_char(c.month, 'YYYY-MM')");

    private final JdbcClient jdbc;
    private final PackShelf shelf;

    SimulationFigures(JdbcClient jdbc, PackShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** What a table has one row for. */
    public enum By {
        BENEFIT,
        COUNTY,
        BAND,
        MONTH
    }

    /** Who is looked at. */
    public enum Side {
        GAIN,
        LOSE
    }

    /**
     * One row.
     *
     * @param key benefit, path of the county, lowest age of the band in three digits, or month
     * @param before money by the standards in force, over all months of the row
     * @param beforeHeads entitled in the row's last month
     * @param afterOpen about whom the draft cannot say in the row's last month because something is missing
     */
    public record Row(
            String key, Money before, Money after, long beforeHeads, long afterHeads, long beforeOpen, long afterOpen) {

        /** What the draft costs more; negative when it costs less. */
        public Money more() {
            return new Money(after.fen() - before.fen());
        }

        /** All rows together, under no key. */
        public static Row sum(List<Row> rows) {
            return new Row(
                    "",
                    new Money(rows.stream().mapToLong(row -> row.before().fen()).sum()),
                    new Money(rows.stream().mapToLong(row -> row.after().fen()).sum()),
                    rows.stream().mapToLong(Row::beforeHeads).sum(),
                    rows.stream().mapToLong(Row::afterHeads).sum(),
                    rows.stream().mapToLong(Row::beforeOpen).sum(),
                    rows.stream().mapToLong(Row::afterOpen).sum());
        }
    }

    /** One person and one benefit whose money changes. */
    public record Changed(ElderId elder, Place place, String benefit, LocalDate from, Money before, Money after) {}

    /**
     * The sums, benefits in the fixed order of the packs, everything else in the order of its keys; only of one benefit
     * when it is named.
     */
    public List<Row> rows(Simulation simulation, Scope scope, By by, @Nullable String benefit) {
        List<Row> rows = read(simulation, scope, by, benefit);
        return by == By.BENEFIT ? inOrderOfThePacks(rows) : rows;
    }

    /** A benefit that no pack knows any more stands last. */
    private List<Row> inOrderOfThePacks(List<Row> rows) {
        List<String> order = shelf.packs().benefits().stream().map(Benefit::id).toList();
        return rows.stream()
                .sorted(Comparator.comparingInt(
                        row -> order.contains(row.key()) ? order.indexOf(row.key()) : order.size()))
                .toList();
    }

    private List<Row> read(Simulation simulation, Scope scope, By by, @Nullable String benefit) {
        String last = by == By.MONTH ? "true" : "c.month = :last";
        return jdbc.sql("""
            select %s as key, sum(c.before_fen)::bigint, sum(c.after_fen)::bigint,
                coalesce(sum(c.before_heads) filter (where %s), 0)::bigint,
                coalesce(sum(c.after_heads) filter (where %s), 0)::bigint,
                coalesce(sum(c.before_open) filter (where %s), 0)::bigint,
                coalesce(sum(c.after_open) filter (where %s), 0)::bigint
            from policy.simulation_count c
            where c.simulation = :id and c.county >= :lo and c.county < :hi
              and (:benefit::text is null or c.benefit = :benefit)
            group by 1 order by 1\
            """.formatted(KEYS.get(by), last, last, last, last))
                .param("id", simulation.id())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("benefit", benefit)
                .param("last", simulation.last().atDay(1))
                .query((row, number) -> new Row(
                        row.getString(1),
                        new Money(row.getLong(2)),
                        new Money(row.getLong(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /** Whose changes are asked for; of every benefit when none is named. */
    public record Asked(
            UUID simulation, Side side, @Nullable String benefit) {}

    /** One page of people, those with the greatest change first. */
    public List<Changed> people(Asked asked, Scope scope, int offset, int limit) {
        String order = asked.side() == Side.GAIN ? "desc" : "asc";
        return jdbc.sql("select p.* from policy.simulation_person p where " + where(asked.side())
                        + " order by p.after_fen - p.before_fen " + order
                        + ", p.elder, p.benefit offset :offset limit :limit")
                .param("id", asked.simulation())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("benefit", asked.benefit())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new Changed(
                        new ElderId(row.getObject("elder", UUID.class)),
                        new Place(row.getString("place")),
                        row.getString("benefit"),
                        row.getObject("from_month", LocalDate.class),
                        new Money(row.getLong("before_fen")),
                        new Money(row.getLong("after_fen"))))
                .list();
    }

    /** How many rows of people there are by benefit. */
    public Map<String, Long> countByBenefit(UUID id, Scope scope, Side side) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        jdbc.sql("select p.benefit, count(*) from policy.simulation_person p where " + where(side)
                        + " group by 1 order by 2 desc")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("benefit", null)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private static String where(Side side) {
        return "p.simulation = :id and p.place >= :lo and p.place < :hi"
                + " and (:benefit::text is null or p.benefit = :benefit) and p.after_fen - p.before_fen "
                + (side == Side.GAIN ? "> 0" : "< 0");
    }
}
