package org.sangyu.registry.internal.compare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.Comparisons.Last;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists that were handed in. A village sees that its county compared. */
@Repository
class ListRows {

    private static final String IN_SCOPE =
            "(c.county >= :lo and c.county < :hi or :lo >= c.county and :lo < c.county || '~')";

    private static final String HEAD = """
            select c.*, (select count(*) from registry.compared r where r.comparison = c.id and r.state = 'OPEN'
                and r.place >= :lo and r.place < :hi) as open
            from registry.comparison c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ListRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A list as the job reads it. */
    record Kept(
            UUID id,
            Place county,
            Compared.Of of,
            String sha256,
            String account,
            String person,
            Role role,
            boolean isRead) {}

    record Counts(long rows, long hits) {}

    /** A stored file with its name. */
    record File(String sha256, String name) {}

    /** Keeps a new list; empty when the very same one is there. */
    @Unscoped("writes at the desk's own county, which row security checks")
    Optional<UUID> add(UUID id, Compared.Of of, File file, Desk desk) {
        return jdbc.sql("""
                insert into registry.comparison (id, county, source, kind, extracted, sha256, name, account, person,
                    role, handed_in)
                values (:id, :county, :source, :kind, :extracted, :sha, :name, :account, :person, :role, :now)
                on conflict (county, source, kind, extracted, sha256) do nothing returning id""")
                .param("id", id)
                .param("county", desk.place().at(PlaceLevel.COUNTY).path())
                .param("source", of.source().name())
                .param("kind", of.kind().name())
                .param("extracted", of.extracted())
                .param("sha", file.sha256())
                .param("name", file.name())
                .param("account", desk.account())
                .param("person", desk.name())
                .param("role", desk.role().name())
                .param("now", now())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    @Unscoped("the desk's own county, named by its path")
    UUID same(Place county, Compared.Of of, String sha256) {
        return jdbc.sql("""
                select id from registry.comparison where county = :county and source = :source and kind = :kind
                  and extracted = :extracted and sha256 = :sha""")
                .param("county", county.path())
                .param("source", of.source().name())
                .param("kind", of.kind().name())
                .param("extracted", of.extracted())
                .param("sha", sha256)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    @Unscoped("one list by its id, in the transaction that made it; row security holds")
    void belongsTo(UUID id, UUID job) {
        jdbc.sql("update registry.comparison set job = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    Kept get(UUID id, Scope scope) {
        return jdbc.sql("select c.* from registry.comparison c where c.id = :id and " + IN_SCOPE)
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        new Place(row.getString("county")),
                        of(row),
                        row.getString("sha256"),
                        row.getString("account"),
                        row.getString("person"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("read_at") != null || row.getString("refused") != null))
                .single();
    }

    @Unscoped("one list by its id, by the job that reads it; row security holds")
    void refuse(UUID id, Compared.Why why) {
        jdbc.sql("update registry.comparison set refused = :why, refused_arguments = :arguments where id = :id")
                .param("why", why.code())
                .param("arguments", why.arguments().toArray(String[]::new))
                .param("id", id)
                .update();
    }

    @Unscoped("one list by its id, by the job that reads it; row security holds")
    Counts finish(UUID id) {
        return jdbc.sql("""
                update registry.comparison c set read_at = coalesce(c.read_at, :now), row_count = n.rows,
                    hits = n.hits, not_found = n.missing
                from (select count(*) as rows, count(*) filter (where outcome in ('DIED','MOVED_OUT','CONFLICT')) as hits,
                        count(*) filter (where outcome = 'NOT_FOUND') as missing
                    from registry.compared where comparison = :id) n
                where c.id = :id returning c.row_count, c.hits""")
                .param("now", now())
                .param("id", id)
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Unscoped("that a county compared is no secret inside it: counts only; row security holds")
    List<Last> last(Place county) {
        return jdbc.sql("""
                select distinct on (c.source, c.kind) c.* from registry.comparison c
                where c.county = :county and c.read_at is not null
                order by c.source, c.kind, c.extracted desc, c.read_at desc""")
                .param("county", county.path())
                .query((row, number) -> new Last(
                        row.getObject("id", UUID.class),
                        FactSourceCode.valueOf(row.getString("source")),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("extracted", LocalDate.class),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getLong("row_count"),
                        row.getLong("hits")))
                .list();
    }

    @Unscoped("lists of one county, no people; row security holds")
    List<PeopleCompared> open(Place county) {
        return jdbc.sql("""
                select c.*, r.open from registry.comparison c
                join (select comparison, count(*) as open from registry.compared
                    where state = 'OPEN' and outcome in ('DIED','MOVED_OUT') and place >= :county and place < :end
                    group by comparison) r on r.comparison = c.id
                where c.county = :county and c.read_at is not null order by c.handed_in, c.id""")
                .param("county", county.path())
                .param("end", county.end())
                .query((row, number) -> {
                    Compared.Of of = of(row);
                    return new PeopleCompared(
                            row.getObject("id", UUID.class),
                            county,
                            of.source(),
                            of.kind(),
                            of.extracted(),
                            row.getLong("open"),
                            new AnsweredBy(
                                    row.getString("account"),
                                    row.getString("person"),
                                    Role.valueOf(row.getString("role"))));
                })
                .list();
    }

    List<ComparedLists.Head> heads(Scope scope, @Nullable UUID one, int offset, int limit) {
        return jdbc.sql((HEAD + """
                where %s and (cast(:one as uuid) is null or c.id = :one)
                order by c.handed_in desc, c.id offset :offset limit :limit""").formatted(IN_SCOPE))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("one", one)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> head(row))
                .list();
    }

    List<ComparedLists.Head> newest(Scope scope) {
        return jdbc.sql((HEAD + """
                where c.id in (select distinct on (c.county, c.source, c.kind) c.id from registry.comparison c
                    where %s and c.read_at is not null
                    order by c.county, c.source, c.kind, c.extracted desc, c.read_at desc)
                order by c.county, c.source, c.kind limit 200""").formatted(IN_SCOPE))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> head(row))
                .list();
    }

    private static ComparedLists.Head head(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        String refused = row.getString("refused");
        return new ComparedLists.Head(
                row.getObject("id", UUID.class),
                new Place(row.getString("county")),
                of(row),
                row.getString("name"),
                row.getString("person"),
                row.getObject("handed_in", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant(),
                readAt == null && refused == null,
                refused == null
                        ? null
                        : new Compared.Why(refused, List.of((String[])
                                row.getArray("refused_arguments").getArray())),
                row.getObject("job", UUID.class),
                row.getLong("row_count"),
                row.getLong("hits"),
                row.getLong("not_found"),
                row.getLong("open"));
    }

    static Compared.Of of(ResultSet row) throws SQLException {
        return new Compared.Of(
                FactSourceCode.valueOf(row.getString("source")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("extracted", LocalDate.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
