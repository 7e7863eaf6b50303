package org.sangyu.benefits.internal.cycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Differences from last month (增减变动表) and between two versions of one cycle. */
@Repository
@Unscoped("the cycle before is one of the same county; people are read through a scope")
public class Differences {

    private final JdbcClient jdbc;
    private final Cycles cycles;

    Differences(JdbcClient jdbc, Cycles cycles) {
        this.jdbc = jdbc;
        this.cycles = cycles;
    }

    /** How a person stands against last month. */
    public enum Change {
        NEW,
        CHANGED,
        ENDED,
        SAME
    }

    /** One township's part of the table. */
    public record Row(String township, Change change, long people, long fen, long beforeFen) {}

    /** One person. */
    public record Person(
            UUID elder,
            String name,
            String place,
            String benefit,
            Change change,
            @Nullable Long fen,
            @Nullable Long beforeFen,
            Because because) {}

    /**
     * Why a person is new, changed or ended: what the roster says, else the decision of the month, else the last step of
     * enrolment.
     *
     * @param step word and arguments of the last step as enrolment keeps them, or empty
     */
    public record Because(String zh, String en, String step) {}

    /** The cycle that paid the months before, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Cycle> before(Cycle cycle) {
        return cycles.ofBenefits(cycle.county(), cycle.benefits()).stream()
                .filter(other -> other.last().isBefore(cycle.first()) && other.version() > 0)
                .findFirst();
    }

    private static String compared(Cycle cycle) {
        return """
            select coalesce(n.elder, b.elder) as elder, coalesce(n.benefit, b.benefit) as benefit,
                coalesce(n.name, b.name) as name, coalesce(n.place, b.place) as place, n.fen, b.fen as before_fen,
                case when b.elder is null then 'NEW' when n.elder is null then 'ENDED'
                    when n.fen <> b.fen then 'CHANGED' else 'SAME' end as change
            from (select elder, benefit, max(name) as name, max(place) as place, sum(fen) as fen from %s l
                where kind = 'REGULAR' and accrued = :last and place >= :lo and place < :hi group by 1, 2) n
            full join (select elder, benefit, max(name) as name, max(place) as place, sum(fen) as fen
                from benefits.cycle_line where cycle = :before and version = :beforeVersion and kind = 'REGULAR'
                and accrued = :beforeLast and place >= :lo and place < :hi group by 1, 2) b
                on b.elder = n.elder and b.benefit = n.benefit\
            """.formatted(Source.of(cycle));
    }

    /** For at most one page of people; a frozen roster keeps its own sentences. */
    private static String because(Cycle cycle) {
        return """
            coalesce((select max(l.text_zh) from %1$s l where l.elder = x.elder and l.benefit = x.benefit
                and l.kind = 'REGULAR' and l.accrued = :last), (select string_agg(r ->> 'zh', '；') from %2$s), '') as zh,
            coalesce((select max(l.text_en) from %1$s l where l.elder = x.elder and l.benefit = x.benefit
                and l.kind = 'REGULAR' and l.accrued = :last), (select string_agg(r ->> 'en', '; ') from %2$s), '') as en,
            coalesce((select e.why from benefits.enrolment e where e.elder = x.elder and e.benefit = x.benefit
                and e.county = :county order by e.changed_at desc limit 1), '') as step\
            """.formatted(Source.of(cycle), """
            benefits.decision_span d, json_array_elements(d.reasons) r where d.elder = x.elder
            and d.benefit = x.benefit and d.recorded_to is null and d.outcome <> 'ENTITLED' and d.valid_from <= :last
            and (d.valid_to is null or d.valid_to > :last)\
            """);
    }

    private JdbcClient.StatementSpec query(String sql, Cycle cycle, @Nullable Cycle before, Scope scope) {
        return jdbc.sql(sql)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .param("last", cycle.last().atDay(1))
                .param("county", cycle.county().path())
                .param("before", before == null ? cycle.id() : before.id())
                .param("beforeVersion", before == null ? -1 : before.version())
                .param("beforeLast", (before == null ? cycle : before).last().atDay(1))
                .param("lo", scope.lo())
                .param("hi", scope.hi());
    }

    /** The table by township; people whose amount stands as it was are counted too. */
    @Transactional(readOnly = true)
    public List<Row> table(Cycle cycle, Scope scope) {
        return query(
                        "select left(place, 10) collate \"C\" as township, change, count(*), coalesce(sum(fen), 0),"
                                + " coalesce(sum(before_fen), 0) from (" + compared(cycle)
                                + ") x group by 1, 2 order by 1, 2",
                        cycle,
                        before(cycle).orElse(null),
                        scope)
                .query((row, n) -> new Row(
                        row.getString(1),
                        Change.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    /** People of one kind of change, sorted by village and name. */
    @Transactional(readOnly = true)
    public List<Person> people(Cycle cycle, Scope scope, Change change, Slice slice) {
        return query(
                        "select x.*, " + because(cycle) + " from (select * from (" + compared(cycle)
                                + ") y where change = :change order by place, name offset :offset limit :limit) x"
                                + " order by x.place, x.name",
                        cycle,
                        before(cycle).orElse(null),
                        scope)
                .param("change", change.name())
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query((row, n) -> new Person(
                        row.getObject("elder", UUID.class),
                        row.getString("name"),
                        row.getString("place"),
                        row.getString("benefit"),
                        Change.valueOf(row.getString("change")),
                        row.getObject("fen") == null ? null : row.getLong("fen"),
                        row.getObject("before_fen") == null ? null : row.getLong("before_fen"),
                        new Because(row.getString("zh"), row.getString("en"), row.getString("step"))))
                .list();
    }

    /** A line that differs between two versions; null on the side where it is missing. */
    public record VersionRow(
            UUID elder,
            String name,
            String place,
            String period,
            LineKind kind,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable String holdBefore,
            @Nullable String holdAfter,
            boolean accountDiffers) {}

    /** What differs between two versions of one cycle. */
    @Transactional(readOnly = true)
    public List<VersionRow> versions(Cycle cycle, int older, int newer, Scope scope) {
        return jdbc.sql("""
            select coalesce(a.elder, b.elder) as elder, coalesce(b.name, a.name) as name,
                coalesce(b.place, a.place) as place, coalesce(a.period, b.period) as period,
                coalesce(a.kind, b.kind) as kind, a.fen as before, b.fen as after, a.hold as hold_before,
                b.hold as hold_after, a.account is distinct from b.account as account_differs
            from (select * from benefits.cycle_line where cycle = :cycle and version = :older) a
            full join (select * from benefits.cycle_line where cycle = :cycle and version = :newer) b
                on a.elder = b.elder and a.benefit = b.benefit and a.period = b.period and a.kind = b.kind
            where (a.fen is distinct from b.fen or a.hold is distinct from b.hold
                or a.account is distinct from b.account)
              and coalesce(b.place, a.place) >= :lo and coalesce(b.place, a.place) < :hi
            order by place, name, period limit 1000\
            """)
                .param("cycle", cycle.id())
                .param("older", older)
                .param("newer", newer)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, n) -> new VersionRow(
                        row.getObject("elder", UUID.class),
                        row.getString("name"),
                        row.getString("place"),
                        row.getString("period"),
                        LineKind.valueOf(row.getString("kind")),
                        row.getObject("before") == null ? null : row.getLong("before"),
                        row.getObject("after") == null ? null : row.getLong("after"),
                        row.getString("hold_before"),
                        row.getString("hold_after"),
                        row.getBoolean("account_differs")))
                .list();
    }
}
