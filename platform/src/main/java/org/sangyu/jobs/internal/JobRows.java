package org.sangyu.jobs.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobState;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs.Title;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs; every method needs the scope of a desk, which its transaction carries into the database. */
@Repository
class JobRows {

    private static final String COLUMNS = """
            select j.id, j.title_key, j.title_arguments, j.account, j.person, j.place, j.state, p.done, p.total,
                   j.attempts, j.message_key, j.message_arguments, j.result, j.files, j.created_at, j.begun_at,
                   j.ended_at
            from jobs.job j join jobs.progress p on p.job = j.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What a worker needs to begin. */
    record Begun(
            String kind,
            Map<String, String> arguments,
            @Nullable String checkpoint,
            int attempts) {}

    @Transactional
    void add(UUID id, String kind, Title title, Map<String, String> arguments, Desk desk) {
        jdbc.sql("""
                        insert into jobs.job (id, kind, title_key, title_arguments, arguments, account, person, role,
                                              place, state, created_at)
                        values (:id, :kind, :title, :titleArguments, :arguments::jsonb, :account, :person, :role,
                                :place, 'QUEUED', :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("title", title.wordKey())
                .param("titleArguments", title.arguments().toArray(String[]::new))
                .param("arguments", json.writeValueAsString(arguments))
                .param("account", desk.account())
                .param("person", desk.name())
                .param("role", desk.role().name())
                .param("place", desk.place().path())
                .param("now", now())
                .update();
        jdbc.sql("insert into jobs.progress (job, place, done, total) values (:id, :place, 0, 0)")
                .param("id", id)
                .param("place", desk.place().path())
                .update();
    }

    /** Marks it running; empty when it is over. */
    @Transactional
    @Unscoped("takes the job that the queue handed over by its id")
    Optional<Begun> begin(UUID id) {
        return jdbc.sql("""
                        update jobs.job
                        set state = 'RUNNING', attempts = attempts + 1, begun_at = coalesce(begun_at, :now)
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        returning kind, arguments, checkpoint, attempts
                        """)
                .param("id", id)
                .param("now", now())
                .query((row, number) -> new Begun(
                        row.getString("kind"),
                        json.readValue(row.getString("arguments"), new TypeReference<Map<String, String>>() {}),
                        row.getString("checkpoint"),
                        row.getInt("attempts")))
                .optional();
    }

    @Transactional
    void end(UUID id, JobState state, @Nullable Title message) {
        if (message != null) {
            tell(id, message);
        }
        jdbc.sql("update jobs.job set state = :state, ended_at = :now where id = :id and ended_at is null")
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    @Transactional
    void reached(UUID id, String checkpoint) {
        jdbc.sql("update jobs.job set checkpoint = :checkpoint, attempts = 1 where id = :id")
                .param("id", id)
                .param("checkpoint", checkpoint)
                .update();
    }

    /** On its own connection: what the work has not yet committed neither waits for this nor is seen by it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(UUID id, long done, long total) {
        jdbc.sql("update jobs.progress set done = :done, total = :total where job = :id")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .update();
    }

    @Transactional
    void tell(UUID id, Title message) {
        jdbc.sql("update jobs.job set message_key = :key, message_arguments = :arguments where id = :id")
                .param("id", id)
                .param("key", message.wordKey())
                .param("arguments", message.arguments().toArray(String[]::new))
                .update();
    }

    @Transactional
    void result(UUID id, String href) {
        jdbc.sql("update jobs.job set result = :href where id = :id")
                .param("id", id)
                .param("href", href)
                .update();
    }

    @Transactional
    void attach(UUID id, Files.Stored file) {
        jdbc.sql("""
                        update jobs.job set files = files || :file::jsonb
                        where id = :id and not files @> jsonb_build_array(jsonb_build_object('sha256', :sha))
                        """)
                .param("id", id)
                .param("file", json.writeValueAsString(List.of(file)))
                .param("sha", file.sha256())
                .update();
    }

    /** Back into the queue; false when it is not failed or another account's. */
    @Transactional
    boolean requeue(UUID id, Desk desk) {
        return jdbc.sql("""
                        update jobs.job set state = 'QUEUED', ended_at = null, attempts = 0,
                               message_key = null, message_arguments = null
                        where id = :id and state = 'FAILED' and account = :account
                          and place >= :lo and place < :hi
                        """)
                        .param("id", id)
                        .param("account", desk.account())
                        .param("lo", desk.scope().lo())
                        .param("hi", desk.scope().hi())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    Optional<Job> find(UUID id, Scope scope) {
        return jdbc.sql(COLUMNS + "where j.id = :id and j.place >= :lo and j.place < :hi")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(this::job)
                .optional();
    }

    @Transactional(readOnly = true)
    List<Job> list(Scope scope, @Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + """
                        where j.place >= :lo and j.place < :hi and (:before::uuid is null or j.id < :before::uuid)
                        order by j.id desc limit :limit
                        """)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("before", before)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    private Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                new Title(row.getString("title_key"), texts(row.getArray("title_arguments"))),
                row.getString("account"),
                row.getString("person"),
                new Place(row.getString("place")),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getInt("attempts"),
                row.getString("message_key") == null
                        ? null
                        : new Title(row.getString("message_key"), texts(row.getArray("message_arguments"))),
                row.getString("result"),
                json.readValue(row.getString("files"), new TypeReference<List<Files.Stored>>() {}),
                new Job.Times(
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("begun_at")),
                        instant(row.getTimestamp("ended_at"))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
