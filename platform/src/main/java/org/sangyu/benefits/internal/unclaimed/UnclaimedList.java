package org.sangyu.benefits.internal.unclaimed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the people of a comparison's result with what was found out about each, always inside a scope. */
@Repository
@Transactional(readOnly = true)
public class UnclaimedList {

    private static final int SLICE = 1_000;

    /** Each row with the answer that still stands: a declined one until it is taken back, others until the next result. */
    private static final String ROWS = """
        select u.*, coalesce(a.outcome, case when e.id is not null then 'UNDER_WAY' else 'WAITING' end) as state,
            a.id as answer, a.by_name, a.at, a.why, a.enrolment
        from benefits.unclaimed u
        join benefits.unclaimed_run r on r.id = u.run
        left join lateral (
            select * from benefits.unclaimed_answer a
            where a.elder = u.elder and a.benefit = u.benefit and a.undone_at is null
              and (a.outcome = 'DECLINED' or a.at >= r.started_at)
            order by a.at desc limit 1
        ) a on true
        left join benefits.enrolment e on e.elder = u.elder and e.benefit = u.benefit
            and e.status not in ('ENDED', 'REFUSED')
        where u.run = any (:runs) and
        """;

    private final JdbcClient jdbc;

    UnclaimedList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of a list. */
    public record Part(int offset, int limit) {}

    /** One page. */
    public List<Unclaimed> list(Scope scope, UnclaimedFilter filter, UnclaimedOrder order, Part part) {
        UnclaimedFilter.Where where = filter.where(scope);
        return jdbc.sql("select u.* from (" + ROWS + where.sql()
                        + ") u where (:state::text is null or u.state = :state)" + " order by " + order.sql()
                        + ", u.elder, u.benefit offset :offset limit :limit")
                .params(where.parameters())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("offset", part.offset())
                .param("limit", part.limit())
                .query(UnclaimedList::row)
                .list();
    }

    /** All rows in that order, read once from beginning to end and handed over in lists. */
    public void forEach(Scope scope, UnclaimedFilter filter, UnclaimedOrder order, Consumer<List<Unclaimed>> slices) {
        UnclaimedFilter.Where where = filter.where(scope);
        try (Stream<Unclaimed> all = jdbc
                .sql("select u.* from (" + ROWS + where.sql()
                        + ") u where (:state::text is null or u.state = :state)" + " order by " + order.sql()
                        + ", u.elder, u.benefit")
                .withFetchSize(SLICE)
                .params(where.parameters())
                .param("state", filter.state() == null ? null : filter.state().name())
                .query(UnclaimedList::row)
                .stream()) {
            all.gather(Gatherers.windowFixed(SLICE)).forEach(slices);
        }
    }

    /** How many rows stand where; every state that has any. */
    public Map<UnclaimedState, Long> countByState(Scope scope, UnclaimedFilter filter) {
        UnclaimedFilter.Where where = filter.where(scope);
        Map<UnclaimedState, Long> counts = new EnumMap<>(UnclaimedState.class);
        jdbc.sql("select u.state, count(*) from (" + ROWS + where.sql() + ") u group by u.state")
                .params(where.parameters())
                .query(row -> {
                    counts.put(UnclaimedState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** The rows of one person in the newest result that covers them. */
    public List<Unclaimed> of(ElderId elder, Scope scope) {
        return jdbc.sql("select u.* from (" + ROWS.replace("u.run = any (:runs) and", "") + """
             u.elder = :elder and (u.place >= :lo and u.place < :hi or u.elder = any (:people))
               and r.finished_at is not null and not exists (select 1 from benefits.unclaimed_run n
                 where n.county = r.county and n.finished_at is not null and n.month > r.month)
            ) u order by u.kind desc, u.benefit\
            """)
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(UUID[]::new))
                .query(UnclaimedList::row)
                .list();
    }

    /** Which of these rows a desk means; those that are answered already or outside its scope are left out. */
    List<Unclaimed> waiting(Scope scope, List<UUID> runs, List<Key> keys) {
        return jdbc.sql("select u.* from (" + ROWS + """
             (u.elder, u.benefit) in (select k.elder, k.benefit
                    from unnest(:elders::uuid[], :benefits::text[]) as k (elder, benefit))
                and u.kind = 'UNCLAIMED' and u.place >= :lo and u.place < :hi
            ) u where u.state = 'WAITING' order by u.elder, u.benefit\
            """)
                .param("runs", runs.toArray(UUID[]::new))
                .param("elders", keys.stream().map(Key::elder).toArray(UUID[]::new))
                .param("benefits", keys.stream().map(Key::benefit).toArray(String[]::new))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(UnclaimedList::row)
                .list();
    }

    /** One row of the list. */
    public record Key(UUID elder, String benefit) {}

    private static Unclaimed row(ResultSet row, int number) throws SQLException {
        long fen = row.getLong("fen");
        Money amount = row.wasNull() ? null : new Money(fen);
        LocalDate since = row.getObject("since", LocalDate.class);
        return new Unclaimed(
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                new Place(row.getString("place")),
                UnclaimedKind.valueOf(row.getString("kind")),
                amount,
                since == null ? null : YearMonth.from(since),
                row.getBoolean("earlier"),
                row.getString("because_zh"),
                row.getString("because_en"),
                UnclaimedState.valueOf(row.getString("state")),
                given(row));
    }

    private static Unclaimed.@Nullable Given given(ResultSet row) throws SQLException {
        UUID id = row.getObject("answer", UUID.class);
        if (id == null) {
            return null;
        }
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Unclaimed.Given(
                id, row.getString("by_name"), at, row.getString("why"), row.getObject("enrolment", UUID.class));
    }
}
