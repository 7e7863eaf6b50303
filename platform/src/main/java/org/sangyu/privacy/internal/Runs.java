package org.sangyu.privacy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What runs did, in counts; each count grows in the transaction that erases, so a crash never counts twice. */
@Unscoped("counts of the installation, nobody's data")
@Repository
public class Runs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A run. */
    public record Run(
            UUID id,
            String person,
            Instant started,
            @Nullable Instant ended) {}

    /**
     * What came of one kind.
     *
     * @param reason words key of why these were left; empty for those erased
     * @param rule the period, or {@code useless}
     */
    public record Outcome(String kind, String reason, long count, String rule, Instant before) {}

    /** The newest run that was begun. */
    @Transactional(readOnly = true)
    public Optional<Run> newest() {
        return jdbc.sql("select id, person, started, ended from privacy.run order by started desc limit 1")
                .query((row, number) -> {
                    OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
                    return new Run(
                            row.getObject("id", UUID.class),
                            row.getString("person"),
                            row.getObject("started", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .optional();
    }

    /** What it did, by kind; those erased before those left. */
    @Transactional(readOnly = true)
    public List<Outcome> outcomes(UUID run) {
        return jdbc.sql("select kind, reason, count, rule, before from privacy.outcome where run = :run"
                        + " order by kind, reason")
                .param("run", run)
                .query((row, number) -> new Outcome(
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getLong("count"),
                        row.getString("rule"),
                        row.getObject("before", OffsetDateTime.class).toInstant()))
                .list();
    }

    void begin(UUID run, String person) {
        jdbc.sql("insert into privacy.run (id, person, started) values (:id, :person, :now) on conflict do nothing")
                .param("id", run)
                .param("person", person)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void add(UUID run, Outcome more) {
        jdbc.sql("""
                        insert into privacy.outcome (run, kind, reason, count, rule, before)
                        values (:run, :kind, :reason, :count, :rule, :before)
                        on conflict (run, kind, reason) do update set count = outcome.count + excluded.count""")
                .param("run", run)
                .param("kind", more.kind())
                .param("reason", more.reason())
                .param("count", more.count())
                .param("rule", more.rule())
                .param("before", OffsetDateTime.ofInstant(more.before(), ZoneOffset.UTC))
                .update();
    }

    void end(UUID run) {
        jdbc.sql("update privacy.run set ended = :now where id = :id")
                .param("id", run)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
