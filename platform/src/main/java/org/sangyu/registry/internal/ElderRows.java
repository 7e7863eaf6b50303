package org.sangyu.registry.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.NameKeys;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes rows of the projection from what the facts say, thousands a statement. */
@Unscoped("writes the projection of ids that a scope found")
@Repository
class ElderRows {

    private static final String SERVE = SettledElders.WITH + """
            insert into registry.served_place (place) select distinct left(s.place, 7) from s
            where s.place is not null and left(s.place, 7) not in (select v.place from registry.served_place v)
            on conflict do nothing""";

    private static final String KEYLESS = SettledElders.WITH + """
            select s.id, s.name, s.id_enc, s.phone_enc, left(s.place, 7) as county
            from s left join registry.elder e on e.id = s.id
            where e.id is null or e.name <> s.name or e.county <> left(s.place, 7)
                or e.id_idx is distinct from s.id_idx or e.phone_idx is distinct from s.phone_idx
                or (e.id4_idx is null) <> (s.id_enc is null) or (e.phone4_idx is null) <> (s.phone_enc is null)""";

    /** {@code elders} and {@code today} by number, because the keys are arrays of the driver. */
    private static final String UPSERT =
            SettledElders.WITH.replace(":elders", "?").replace(":today", "?") + """
            , k as (select * from unnest(?, ?, ?, ?, ?, ?, ?) as k (id, name, name_key, pinyin, initials, id4, phone4)),
            written as (
                insert into registry.elder as w (id, place, registered, resides, name, name_key, pinyin, initials, born,
                    sex, died, id_enc, id_idx, id_key, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc, tags, updated)
                select s.id, coalesce(s.stored, s.place), s.registered, s.resides, coalesce(k.name, e.name),
                    coalesce(k.name_key, e.name_key), coalesce(k.pinyin, e.pinyin), coalesce(k.initials, e.initials),
                    s.born, s.sex, s.died, s.id_enc, s.id_idx, s.id_key,
                    case when k.id is null then e.id4_idx else k.id4 end, s.phone_enc, s.phone_idx,
                    case when k.id is null then e.phone4_idx else k.phone4 end, s.address_enc, s.tags, ?
                from s left join k on k.id = s.id left join registry.elder e on e.id = s.id
                on conflict (id) do update set registered = excluded.registered, resides = excluded.resides,
                    name = excluded.name, name_key = excluded.name_key, pinyin = excluded.pinyin,
                    initials = excluded.initials, born = excluded.born, sex = excluded.sex, died = excluded.died,
                    id_enc = excluded.id_enc, id_idx = excluded.id_idx, id_key = excluded.id_key,
                    id4_idx = excluded.id4_idx, phone_enc = excluded.phone_enc, phone_idx = excluded.phone_idx,
                    phone4_idx = excluded.phone4_idx, address_enc = excluded.address_enc, tags = excluded.tags,
                    version = w.version + 1, updated = excluded.updated
                returning id, place, id4_idx, phone4_idx)
            select count(*), array_agg(s.id) filter (where moves), array_agg(s.place) filter (where moves),
                array_agg(w.id4_idx) filter (where moves), array_agg(w.phone4_idx) filter (where moves)
            from written w join s using (id), lateral (select w.place <> s.place as moves) m""";

    private static final int TABLES = 5;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ElderRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Somebody whose keys for search cannot be kept: new, or of another name, number, telephone or county. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Keyless(ElderId id, String name, byte @Nullable [] idEnc, byte @Nullable [] phoneEnc, String county) {}

    /** The keys made for such a person. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Keys(ElderId id, NameKeys name, byte @Nullable [] id4, byte @Nullable [] phone4) {}

    /** Takes up the counties in which these people belong and which were not served before. */
    void serve(Collection<ElderId> elders, LocalDate today) {
        jdbc.sql(SERVE)
                .param("elders", ScopeSql.array(elders))
                .param("today", today)
                .update();
    }

    /** Whose keys must be made before {@link #write}. */
    List<Keyless> keyless(Collection<ElderId> elders, LocalDate today) {
        return jdbc.sql(KEYLESS)
                .param("elders", ScopeSql.array(elders))
                .param("today", today)
                .query((row, number) -> {
                    String county = row.getString("county");
                    ElderId id = new ElderId(row.getObject("id", UUID.class));
                    if (county == null) {
                        throw new IllegalStateException("no residence is known of " + id);
                    }
                    return new Keyless(
                            id, row.getString("name"), row.getBytes("id_enc"), row.getBytes("phone_enc"), county);
                })
                .list();
    }

    /**
     * Inserts and updates; every row written gets a new version, because its facts changed. Who belongs to another place
     * now is handed over to it with all facts.
     *
     * @return how many rows were written, and who was handed over
     */
    Written write(Collection<ElderId> elders, LocalDate today, List<Keys> keys, Instant now) {
        return Objects.requireNonNull(template.execute((ConnectionCallback<Written>)
                connection -> write(connection, new Asked(elders, today, now), new Columns(connection, keys))));
    }

    /** True when some county orders its sources for itself. */
    boolean isOrderOwn() {
        return jdbc.sql("select exists (select 1 from registry.source_order)")
                .query(Boolean.class)
                .single();
    }

    /** Rows written, and the people among them who belong to another place now. */
    record Written(long rows, List<ElderId> moved) {}

    private record Asked(Collection<ElderId> elders, LocalDate today, Instant now) {}

    private static Written write(Connection connection, Asked asked, Columns keys) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT)) {
            int at = 0;
            for (int table = 0; table < TABLES; table++) {
                statement.setString(++at, ScopeSql.array(asked.elders()));
                statement.setObject(++at, asked.today());
                statement.setObject(++at, asked.today());
            }
            for (Array column : keys.all()) {
                statement.setArray(++at, column);
            }
            statement.setObject(++at, OffsetDateTime.ofInstant(asked.now(), ZoneOffset.UTC));
            try (var done = statement.executeQuery()) {
                done.next();
                Array moved = done.getArray(2);
                if (moved == null) {
                    return new Written(done.getLong(1), List.of());
                }
                relocate(connection, List.of(moved, done.getArray(3), done.getArray(4), done.getArray(5)));
                return new Written(
                        done.getLong(1),
                        Arrays.stream((UUID[]) moved.getArray())
                                .map(ElderId::new)
                                .toList());
            }
        }
    }

    private static void relocate(Connection connection, List<Array> columns) throws SQLException {
        try (var move = connection.prepareStatement("select registry.relocate(?, ?, ?, ?)")) {
            for (int i = 0; i < columns.size(); i++) {
                move.setArray(i + 1, columns.get(i));
            }
            move.execute();
        }
    }

    /** Keys turned into one array a column. */
    private record Columns(Connection connection, List<Keys> keys) {

        List<Array> all() throws SQLException {
            return List.of(
                    of("uuid", key -> key.id().value()),
                    of("text", key -> key.name().name()),
                    of("text", key -> key.name().given()),
                    of("text", key -> key.name().pinyin()),
                    of("text", key -> key.name().initials()),
                    bytes(Keys::id4),
                    bytes(Keys::phone4));
        }

        private Array of(String type, Function<Keys, @Nullable Object> column) throws SQLException {
            return connection.createArrayOf(type, keys.stream().map(column).toArray());
        }

        private Array bytes(Function<Keys, byte @Nullable []> column) throws SQLException {
            return connection.createArrayOf("bytea", keys.stream().map(column).toArray(byte[][]::new));
        }
    }
}
