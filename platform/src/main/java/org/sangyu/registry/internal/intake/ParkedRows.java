package org.sangyu.registry.internal.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that wait for a person, kept as they were staged. */
@Repository
class ParkedRows {

    private static final String STAGED = StagedRow.COLUMNS + ", known, candidates";
    private static final String READ = """
            select id, intake, number, name, born, sex, id_enc, reason, elder, registered, unknown_village, candidates,
                parked_at, source, evidence, decision, decided_by, decided_at from registry.intake_parked""";
    private static final String OPEN = " where belongs >= :lo and belongs < :hi and decision is null";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    ParkedRows(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Keeps the staged rows that wait; what waits already from an earlier import of the same file is not doubled. */
    void park(Intake intake, @Nullable UUID earlier) {
        jdbc.sql("""
                        insert into registry.intake_parked
                            (%1$s, id, intake, belongs, reason, parked_at, source, evidence)
                        select %1$s, uuidv7(), :intake, case s.outcome when 'PARKED' then :place else s.registered end,
                            case when s.outcome = 'TAKEN' then 'VILLAGE' else case s.why -> 0 ->> 'why'
                                when 'namesake' then 'NAMESAKE' when 'nameDiffers' then 'NAME_DIFFERS'
                                when 'elsewhere' then 'ELSEWHERE' else 'DEAD' end end, :now, :source, :evidence
                        from registry.intake_staging s
                        where (s.outcome = 'PARKED' and not exists (select from registry.intake_parked p
                                where p.intake = cast(:earlier as uuid) and p.number = s.number and p.decision is null))
                            or (s.outcome = 'TAKEN' and s.unknown_village is not null and not s.again
                                and not exists (select from registry.intake_parked p
                                where p.elder = s.elder and p.reason = 'VILLAGE' and p.decision is null))
                        """.formatted(STAGED))
                .param("intake", intake.id())
                .param("place", intake.place().path())
                .param("earlier", earlier)
                .param("source", intake.source())
                .param("evidence", intake.file().sha256())
                .param("now", now())
                .update();
    }

    /** Those that wait, oldest first. */
    List<ParkedRow> list(Scope scope, ParkedRow.@Nullable Reason reason, int offset, int limit) {
        return jdbc.sql(READ + OPEN
                        + " and (cast(:reason as text) is null or reason = :reason)"
                        + " order by belongs, parked_at, id offset :offset limit :limit")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("reason", reason == null ? null : reason.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Map<ParkedRow.Reason, Long> byReason(Scope scope) {
        Map<ParkedRow.Reason, Long> counts = new EnumMap<>(ParkedRow.Reason.class);
        jdbc.sql("select reason, count(*) from registry.intake_parked" + OPEN + " group by reason")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(row -> {
                    counts.put(ParkedRow.Reason.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** How many wait; stops counting one above the limit. */
    long count(Scope scope, int limit) {
        return jdbc.sql("select count(*) from (select from registry.intake_parked" + OPEN + " limit :limit) w")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("limit", limit + 1)
                .query(Long.class)
                .single();
    }

    /** How many people of one import stand at their township until somebody names the village; stops as above. */
    long withoutVillage(UUID intake, Scope scope, int limit) {
        return jdbc.sql("select count(*) from (select from registry.intake_parked" + OPEN
                        + " and intake = :intake and reason = 'VILLAGE' limit :limit) w")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("intake", intake)
                .param("limit", limit + 1)
                .query(Long.class)
                .single();
    }

    /** Since when the oldest waits. */
    Optional<LocalDate> oldest(Scope scope) {
        return jdbc.sql("select min(parked_at) from registry.intake_parked" + OPEN)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1))
                        .map(at -> LocalDate.ofInstant(at.toInstant(), clock.getZone())))
                .single();
    }

    Optional<ParkedRow> find(UUID id, Scope scope) {
        return jdbc.sql(READ + " where id = :id and belongs >= :lo and belongs < :hi")
                .param("id", id)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(this::read)
                .optional();
    }

    /** Marks it decided; false when somebody else did first. */
    @Unscoped("the row was found in the scope")
    boolean decide(UUID id, ParkedRow.Decision decision, String by) {
        return jdbc.sql("update registry.intake_parked set decision = :decision, decided_by = :by, decided_at = :now"
                                + " where id = :id and decision is null")
                        .param("id", id)
                        .param("decision", decision.name())
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Puts it back into the empty staging table as a row about a known person, or a new one when that is null. */
    void stage(UUID id, @Nullable ElderId same, @Nullable Place village) {
        jdbc.sql("""
                        insert into registry.intake_staging
                        select (jsonb_populate_record(null::registry.intake_staging, to_jsonb(p) || jsonb_build_object(
                            'outcome', 'TAKEN', 'effect', case when cast(:same as uuid) is null then 'CREATED' else 'NONE' end,
                            'known', cast(:same as uuid) is not null, 'again', false, 'why', null,
                            'elder', coalesce(cast(:same as uuid), p.elder),
                            'place', coalesce((select e.place from registry.elder e where e.id = cast(:same as uuid)),
                                cast(:village as text), p.place),
                            'registered', coalesce(cast(:village as text), p.registered),
                            'unknown_village', case when cast(:village as text) is null then p.unknown_village end))).*
                        from registry.intake_parked p where p.id = :id
                        """)
                .param("id", id)
                .param("same", same == null ? null : same.value())
                .param("village", village == null ? null : village.path())
                .update();
    }

    private ParkedRow read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        ParkedRow.Reason reason = ParkedRow.Reason.valueOf(row.getString("reason"));
        String registered = row.getString("registered");
        String village = row.getString("unknown_village");
        return new ParkedRow(
                row.getObject("id", UUID.class),
                row.getObject("intake", UUID.class),
                row.getInt("number"),
                reason,
                new ParkedRow.Who(
                        row.getString("name"),
                        row.getObject("born", LocalDate.class),
                        row.getString("sex"),
                        masked(row.getBytes("id_enc"))),
                reason == ParkedRow.Reason.VILLAGE ? new Place(registered) : null,
                village == null ? "" : village,
                reason == ParkedRow.Reason.VILLAGE ? new ElderId(row.getObject("elder", UUID.class)) : null,
                candidates(row.getArray("candidates")),
                row.getTimestamp("parked_at").toInstant(),
                new ParkedRow.Ground(row.getString("source"), row.getString("evidence")),
                decision == null
                        ? null
                        : new ParkedRow.Decided(
                                ParkedRow.Decision.valueOf(decision),
                                row.getString("decided_by"),
                                row.getTimestamp("decided_at").toInstant()));
    }

    private String masked(byte @Nullable [] encrypted) {
        return encrypted == null
                ? ""
                : IdNumber.parse(cipher.decrypt(FieldCipher.Field.ID_NUMBER, encrypted))
                        .masked();
    }

    private static List<ElderId> candidates(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((UUID[]) array.getArray()).map(ElderId::new).toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
