package org.sangyu.registry.internal.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports. */
@Repository
class Intakes {

    private static final String IN_SCOPE = " where place >= :lo and place < :hi";
    /** A department sees its own; the office sees all. */
    private static final String OF_DEPARTMENT = " and (:department = '' or department = :department)";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    Intakes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Intake intake) {
        jdbc.sql("""
                        insert into registry.intake (id, place, template, sha256, name, sheet, header_row, columns, titles,
                            state, account, person, department, source, uploaded_at)
                        values (:id, :place, :template, :sha, :name, :sheet, :header, :columns::jsonb, :titles,
                            'UPLOADED', :account, :person, :department, :source, :now)
                        """)
                .param("id", intake.id())
                .param("place", intake.place().path())
                .param("template", intake.template().name())
                .param("sha", intake.file().sha256())
                .param("name", intake.file().name())
                .param("sheet", intake.file().sheet())
                .param("header", intake.file().headerRow())
                .param("columns", JSON.writeValueAsString(intake.file().columns()))
                .param("titles", intake.file().titles().toArray(String[]::new))
                .param("account", intake.by().account())
                .param("person", intake.by().person())
                .param("department", intake.by().deliverer().department())
                .param("source", intake.by().deliverer().source())
                .param("now", now())
                .update();
    }

    Optional<Intake> find(UUID id, Scope scope, String department) {
        return jdbc.sql("select * from registry.intake" + IN_SCOPE + OF_DEPARTMENT + " and id = :id")
                .param("department", department)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("id", id)
                .query(Intakes::read)
                .optional();
    }

    /** One that a row in the scope belongs to; row security still holds. */
    @Unscoped("a row in the scope named it; row security still holds")
    Intake get(UUID id) {
        return jdbc.sql("select * from registry.intake where id = :id")
                .param("id", id)
                .query(Intakes::read)
                .single();
    }

    /** Newest first. */
    List<Intake> list(Scope scope, String department, int offset, int limit) {
        return jdbc.sql("select * from registry.intake" + IN_SCOPE + OF_DEPARTMENT
                        + " order by uploaded_at desc, id desc offset :offset limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("department", department)
                .param("offset", offset)
                .param("limit", limit)
                .query(Intakes::read)
                .list();
    }

    /** The last finished import of the same bytes at the same desk before this one. */
    @Unscoped("the import itself was found in the scope")
    Optional<UUID> findEarlier(Intake intake) {
        return jdbc.sql("""
                        select id from registry.intake
                        where sha256 = :sha and state = 'DONE' and place = :place and sheet = :sheet and id <> :id
                            and department = :department and source = :source
                        order by uploaded_at desc limit 1
                        """)
                .param("sha", intake.file().sha256())
                .param("place", intake.place().path())
                .param("sheet", intake.file().sheet())
                .param("department", intake.by().deliverer().department())
                .param("source", intake.by().deliverer().source())
                .param("id", intake.id())
                .query(UUID.class)
                .optional();
    }

    /** Stores another choice of sheet, template or columns; false once the import runs. */
    @Unscoped("the import was found in the scope")
    boolean choose(UUID id, Intake.Template template, Intake.Source source) {
        return jdbc.sql("""
                        update registry.intake set template = :template, sheet = :sheet, header_row = :header,
                            columns = :columns::jsonb, titles = :titles
                        where id = :id and state = 'UPLOADED'
                        """)
                        .param("id", id)
                        .param("template", template.name())
                        .param("sheet", source.sheet())
                        .param("header", source.headerRow())
                        .param("columns", JSON.writeValueAsString(source.columns()))
                        .param("titles", source.titles().toArray(String[]::new))
                        .update()
                == 1;
    }

    /** Marks it begun by a job; false when it already runs. */
    @Unscoped("the import was found in the scope")
    boolean begin(UUID id) {
        return jdbc.sql(
                                "update registry.intake set state = 'RUNNING', begun_at = :now where id = :id and state = 'UPLOADED'")
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    void belongsTo(UUID id, UUID job) {
        jdbc.sql("update registry.intake set job = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    void end(UUID id, Intake.State state, Intake.@Nullable Why why) {
        jdbc.sql("""
                        update registry.intake set state = :state, ended_at = :now, why = :why, why_arguments = :arguments
                        where id = :id and state = 'RUNNING'
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .param("why", why == null ? null : why.reason())
                .param(
                        "arguments",
                        why == null ? new String[0] : why.arguments().toArray(String[]::new))
                .update();
    }

    /** Adds what a chunk came to. */
    void count(UUID id, int rows, int skipped, int hidden) {
        jdbc.sql("""
                        update registry.intake i set row_count = i.row_count + :rows, skipped = i.skipped + :skipped,
                            hidden = i.hidden + :hidden, taken = i.taken + c.taken, created = i.created + c.created,
                            changed = i.changed + c.changed, refused = i.refused + c.refused,
                            parked = i.parked + c.parked
                        from (select count(*) filter (where outcome = 'TAKEN') as taken,
                                count(*) filter (where outcome = 'TAKEN' and effect = 'CREATED') as created,
                                count(*) filter (where outcome = 'TAKEN' and effect = 'CHANGED') as changed,
                                count(*) filter (where outcome = 'REFUSED') as refused,
                                count(*) filter (where outcome = 'PARKED') as parked
                            from registry.intake_staging) c
                        where i.id = :id
                        """)
                .param("id", id)
                .param("rows", rows)
                .param("skipped", skipped)
                .param("hidden", hidden)
                .update();
    }

    /** One parked row became taken or was dropped. */
    void settle(UUID id, boolean taken) {
        jdbc.sql("update registry.intake set parked = parked - 1, taken = taken + :taken, refused = refused + :refused"
                        + " where id = :id")
                .param("id", id)
                .param("taken", taken ? 1 : 0)
                .param("refused", taken ? 0 : 1)
                .update();
    }

    private static Intake read(ResultSet row, int number) throws SQLException {
        String why = row.getString("why");
        return new Intake(
                row.getObject("id", UUID.class),
                new Place(row.getString("place")),
                Intake.Template.valueOf(row.getString("template")),
                new Intake.Source(
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getInt("sheet"),
                        row.getInt("header_row"),
                        columns(row.getString("columns")),
                        strings(row, "titles")),
                Intake.State.valueOf(row.getString("state")),
                new Intake.By(
                        row.getString("account"),
                        row.getString("person"),
                        new Deliverer(row.getString("department"), row.getString("source"))),
                new Intake.At(
                        row.getTimestamp("uploaded_at").toInstant(),
                        instant(row.getTimestamp("begun_at")),
                        instant(row.getTimestamp("ended_at"))),
                row.getObject("job", UUID.class),
                new Intake.Counts(
                        row.getInt("row_count"),
                        row.getInt("taken"),
                        row.getInt("created"),
                        row.getInt("changed"),
                        row.getInt("refused"),
                        row.getInt("parked"),
                        row.getInt("skipped"),
                        row.getInt("hidden")),
                why == null ? null : new Intake.Why(why, strings(row, "why_arguments")));
    }

    private static Map<Heading, Integer> columns(String json) {
        Map<Heading, Integer> columns = new EnumMap<>(Heading.class);
        columns.putAll(JSON.readValue(json, new TypeReference<Map<Heading, Integer>>() {}));
        return columns;
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
