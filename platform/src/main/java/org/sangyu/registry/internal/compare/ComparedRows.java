package org.sangyu.registry.internal.compare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons.Hit;
import org.sangyu.registry.Registry;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the lists: read, counted, answered. */
@Repository
class ComparedRows {

    private static final String FROM = """
            select r.*, c.source, c.kind, c.extracted from registry.compared r
            join registry.comparison c on c.id = r.comparison
            where r.place >= :lo and r.place < :hi
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ComparedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Compared> rows(Scope scope, ComparedLists.Filter filter, int offset, int limit) {
        return in(
                        scope,
                        FROM + """
                          and (cast(:list as uuid) is null or r.comparison = :list)
                          and (cast(:outcome as text) is null or r.outcome = :outcome)
                        """
                                + (filter.openOnly()
                                        ? " and r.state = 'OPEN' order by r.answer_by nulls last, r.comparison, r.row_no"
                                        : " order by r.comparison, r.row_no")
                                + " offset :offset limit :limit")
                .param("list", filter.comparison())
                .param(
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> compared(row))
                .list();
    }

    Optional<Compared> row(UUID comparison, int row, Scope scope) {
        return in(scope, FROM + " and r.comparison = :list and r.row_no = :row")
                .param("list", comparison)
                .param("row", row)
                .query((found, number) -> compared(found))
                .optional();
    }

    /** As {@link #row}, locked until the transaction ends. */
    Optional<Compared> rowForChange(UUID comparison, int row, Scope scope) {
        return in(scope, FROM + " and r.comparison = :list and r.row_no = :row for update of r")
                .param("list", comparison)
                .param("row", row)
                .query((found, number) -> compared(found))
                .optional();
    }

    List<Hit> hits(UUID comparison, Scope scope, int afterRow, int limit) {
        return in(scope, FROM + """
                          and r.comparison = :list and r.row_no > :after and r.state = 'OPEN'
                          and r.outcome in ('DIED','MOVED_OUT') order by r.row_no limit :limit for update of r
                        """)
                .param("list", comparison)
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        row.getObject("comparison", UUID.class),
                        row.getInt("row_no"),
                        new ElderId(row.getObject("elder", UUID.class)),
                        new Place(row.getString("place")),
                        ListRows.of(row).kind(),
                        ListRows.of(row).source(),
                        row.getObject("said_on", LocalDate.class)))
                .list();
    }

    /** Counts by outcome; those of open checks stop at a thousand and one together. */
    Map<Compared.Outcome, Long> outcomes(Scope scope, @Nullable UUID list, boolean openOnly) {
        Map<Compared.Outcome, Long> counts = new EnumMap<>(Compared.Outcome.class);
        String only = openOnly ? " and r.state = 'OPEN' limit " + (Registry.COUNT_STOP + 1) : "";
        in(
                        scope,
                        "select outcome, count(*) as times from (" + FROM
                                + " and (cast(:list as uuid) is null or r.comparison = :list)" + only
                                + ") o group by 1")
                .param("list", list)
                .query(row -> {
                    counts.put(Compared.Outcome.valueOf(row.getString("outcome")), row.getLong("times"));
                });
        return counts;
    }

    @Nullable
    LocalDate nearest(Scope scope) {
        return in(
                        scope,
                        "select min(r.answer_by) as due from registry.compared r where r.state = 'OPEN'"
                                + " and r.place >= :lo and r.place < :hi")
                .query((row, number) -> Optional.ofNullable(row.getObject("due", LocalDate.class)))
                .single()
                .orElse(null);
    }

    long overdue(Scope scope) {
        return in(
                        scope,
                        "select count(*) from (select 1 from registry.compared r where r.state = 'OPEN'"
                                + " and r.place >= :lo and r.place < :hi and r.answer_by < :today limit "
                                + (Registry.COUNT_STOP + 1) + ") o")
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    /** Writes the answer of the desk on a row that is locked. */
    void answer(Compared row, Compared.State state, String note, Desk desk) {
        in(desk.scope(), """
                        update registry.compared r set state = :state, note = :note, answered_at = :now,
                            answered_account = :account, answered_name = :name, answered_role = :role,
                            outcome = case when r.outcome = 'ALIKE' then 'NOT_FOUND' else r.outcome end,
                            version = r.version + 1
                        where r.comparison = :list and r.row_no = :row and r.place >= :lo and r.place < :hi
                        """)
                .param("state", state.name())
                .param("note", note)
                .param("now", now())
                .param("account", desk.account())
                .param("name", desk.name())
                .param("role", desk.role().name())
                .param("list", row.comparison())
                .param("row", row.row())
                .update();
    }

    /** Lists whose hits on a person were all answered with 'not right', when nothing about the person is open. */
    List<UUID> settled(ElderId elder, Scope scope) {
        return in(scope, """
                        select distinct r.comparison from registry.compared r
                        where r.elder = :elder and r.place >= :lo and r.place < :hi and r.state = 'WRONG'
                          and not exists (select from registry.compared o where o.elder = :elder and o.state = 'OPEN'
                            and o.outcome in ('DIED','MOVED_OUT','CONFLICT'))
                        """)
                .param("elder", elder.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql).param("lo", scope.lo()).param("hi", scope.hi());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Compared compared(ResultSet row) throws SQLException {
        UUID elder = row.getObject("elder", UUID.class);
        String why = row.getString("why");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Compared(
                row.getObject("comparison", UUID.class),
                row.getInt("row_no"),
                ListRows.of(row),
                new Place(row.getString("place")),
                elder == null ? null : new ElderId(elder),
                new Compared.Said(
                        row.getString("name"),
                        row.getString("id_tail"),
                        row.getObject("born", LocalDate.class),
                        row.getObject("said_on", LocalDate.class)),
                Compared.Outcome.valueOf(row.getString("outcome")),
                row.getObject("other_on", LocalDate.class),
                why == null
                        ? null
                        : new Compared.Why(why, List.of((String[])
                                row.getArray("why_arguments").getArray())),
                candidates(row),
                Compared.State.valueOf(row.getString("state")),
                row.getObject("answer_by", LocalDate.class),
                answered == null
                        ? null
                        : new Compared.Answer(
                                row.getString("answered_name"),
                                row.getString("answered_role"),
                                answered.toInstant(),
                                row.getString("note")),
                row.getInt("version"));
    }

    private static List<ElderId> candidates(ResultSet row) throws SQLException {
        List<ElderId> candidates = new ArrayList<>();
        if (row.getArray("candidates") != null) {
            for (UUID one : (UUID[]) row.getArray("candidates").getArray()) {
                candidates.add(new ElderId(one));
            }
        }
        return candidates;
    }
}
