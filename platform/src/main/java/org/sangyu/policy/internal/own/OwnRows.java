package org.sangyu.policy.internal.own;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.own.OwnValue.Deed;
import org.sangyu.shared.Files;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of entered values. */
@Component
class OwnRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OwnRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What the scope may see: everything of its places, and what is or was in force around it; newest first. */
    List<OwnValue> list(Scope scope, String regionPrefixOf) {
        return jdbc.sql("""
                        select * from policy.own_value
                        where (place >= :lo and place < :hi)
                            or (in_force_at is not null and starts_with(:region, region))
                        order by proposed_at desc, id desc
                        """)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("region", regionPrefixOf)
                .query((row, number) -> value(row))
                .list();
    }

    @Unscoped("row security: own places, and what was ever in force, which is public")
    Optional<OwnValue> find(UUID id) {
        return jdbc.sql("select * from policy.own_value where id = :id")
                .param("id", id)
                .query((row, number) -> value(row))
                .optional();
    }

    @Unscoped("standards in force are public")
    List<OwnValue> inForce(String region) {
        return jdbc.sql("""
                        select * from policy.own_value where region = :region and state = 'IN_FORCE'
                        order by kind, subject, from_day
                        """)
                .param("region", region)
                .query((row, number) -> value(row))
                .list();
    }

    /** How many wait in the scope for somebody other than that account, and since when; amounts only but for administrators. */
    Waiting waiting(Scope scope, String account, boolean administrator) {
        return jdbc.sql("""
                        select count(*), min(coalesce(ending_at, proposed_at)) from policy.own_value
                        where place >= :lo and place < :hi
                            and (kind = 'AMOUNT' or :administrator)
                            and ((state = 'PROPOSED' and proposed_by <> :account)
                                or (state = 'IN_FORCE' and ending_by <> :account))
                        """)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("account", account)
                .param("administrator", administrator)
                .query((row, number) -> new Waiting(row.getLong(1), instant(row.getTimestamp(2))))
                .single();
    }

    record Waiting(long count, @Nullable Instant since) {}

    @Unscoped("the row's own place; row security checks it")
    void add(OwnValue value) {
        jdbc.sql("""
                        insert into policy.own_value (id, place, region, kind, subject, content, from_day, to_day,
                            source_title, source_number, source_issuer, source_issued, source_clause, source_words,
                            scan_sha256, scan_name, scan_type, scan_bytes, state, proposed_by, proposer, proposed_at)
                        values (:id, :place, :region, :kind, :subject, :content::jsonb, :from, :to,
                            :title, :number, :issuer, :issued, :clause, :words,
                            :sha256, :name, :type, :bytes, 'PROPOSED', :account, :person, :at)
                        """)
                .params(source(value.source()))
                .param("id", value.id())
                .param("place", value.place().path())
                .param("region", value.region())
                .param("kind", value.kind().name())
                .param("subject", value.subject())
                .param("content", json.writeValueAsString(value.content()))
                .param("from", value.from())
                .param("to", value.to())
                .param("account", value.proposed().account())
                .param("person", value.proposed().person())
                .param("at", Timestamp.from(value.proposed().at()))
                .update();
    }

    private static Map<String, @Nullable Object> source(OwnSource source) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("title", source.title());
        params.put("number", source.number());
        params.put("issuer", source.issuer());
        params.put("issued", source.issued());
        params.put("clause", source.clause());
        params.put("words", source.words());
        params.put("sha256", source.scan().sha256());
        params.put("name", source.scan().name());
        params.put("type", source.scan().mediaType());
        params.put("bytes", source.scan().bytes());
        return params;
    }

    /** Decides about a proposal; false when somebody already did. */
    @Unscoped("a row found before; row security checks its place")
    boolean decide(UUID id, OwnState state, Deed deed) {
        return jdbc.sql("""
                        update policy.own_value set state = :state, decided_by = :account, decider = :person,
                            decided_at = :at, decided_reason = nullif(:reason, ''),
                            in_force_at = case when :state = 'IN_FORCE' then :at::timestamptz end
                        where id = :id and state = 'PROPOSED'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("account", deed.account())
                        .param("person", deed.person())
                        .param("at", Timestamp.from(deed.at()))
                        .param("reason", deed.reason())
                        .update()
                == 1;
    }

    /** Asks for the end of a value in force; false when it is not in force or somebody already asked. */
    @Unscoped("a row found before; row security checks its place")
    boolean askEnd(UUID id, Deed deed) {
        return jdbc.sql("""
                        update policy.own_value set ending_by = :account, ending_person = :person, ending_at = :at,
                            ending_reason = :reason, effect = null
                        where id = :id and state = 'IN_FORCE' and ending_by is null
                        """)
                        .param("id", id)
                        .param("account", deed.account())
                        .param("person", deed.person())
                        .param("at", Timestamp.from(deed.at()))
                        .param("reason", deed.reason())
                        .update()
                == 1;
    }

    /** The value stays in force after all. */
    @Unscoped("a row found before; row security checks its place")
    boolean keep(UUID id) {
        return jdbc.sql("""
                        update policy.own_value set ending_by = null, ending_person = null, ending_at = null,
                            ending_reason = null where id = :id and state = 'IN_FORCE' and ending_by is not null
                        """).param("id", id).update() == 1;
    }

    @Unscoped("a row found before; row security checks its place")
    boolean end(UUID id, String account, Instant at) {
        return jdbc.sql("""
                        update policy.own_value set state = 'ENDED', ended_by = :account, ended_at = :at
                        where id = :id and state = 'IN_FORCE'
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    @Unscoped("a row found before; row security checks its place")
    void keep(UUID id, Effect effect) {
        jdbc.sql("update policy.own_value set effect = :effect::jsonb where id = :id")
                .param("id", id)
                .param("effect", json.writeValueAsString(effect))
                .update();
    }

    private OwnValue value(ResultSet row) throws SQLException {
        Date to = row.getDate("to_day");
        String effect = row.getString("effect");
        return new OwnValue(
                row.getObject("id", UUID.class),
                new Place(row.getString("place")),
                row.getString("region"),
                OwnKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                json.readValue(row.getString("content"), OwnContent.class),
                row.getObject("from_day", LocalDate.class),
                to == null ? null : to.toLocalDate(),
                source(row),
                OwnState.valueOf(row.getString("state")),
                new Deed(
                        row.getString("proposed_by"),
                        row.getString("proposer"),
                        row.getTimestamp("proposed_at").toInstant(),
                        ""),
                deed(row, "decided_by", "decider", "decided"),
                deed(row, "ending_by", "ending_person", "ending"),
                instant(row.getTimestamp("ended_at")),
                effect == null ? null : json.readValue(effect, Effect.class));
    }

    private static OwnSource source(ResultSet row) throws SQLException {
        return new OwnSource(
                row.getString("source_title"),
                row.getString("source_number"),
                row.getString("source_issuer"),
                row.getObject("source_issued", LocalDate.class),
                row.getString("source_clause"),
                row.getString("source_words"),
                new Files.Stored(
                        row.getString("scan_sha256"),
                        row.getString("scan_name"),
                        row.getString("scan_type"),
                        row.getLong("scan_bytes")));
    }

    private static @Nullable Deed deed(ResultSet row, String account, String person, String what) throws SQLException {
        Instant at = instant(row.getTimestamp(what + "_at"));
        String reason = row.getString(what + "_reason");
        return at == null
                ? null
                : new Deed(row.getString(account), row.getString(person), at, reason == null ? "" : reason);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
