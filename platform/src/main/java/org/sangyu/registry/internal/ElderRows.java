package org.sangyu.registry.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes rows of the projection, thousands a statement. */
@Repository
class ElderRows {

    private static final String UPSERT = """
        insert into registry.elder as e (id, place, registered, resides, name, name_key, pinyin, initials, born, sex, died,
            id_enc, id_idx, id_key, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc, tags, updated)
        select id, place, registered, resides, name, name_key, pinyin, initials, born, sex, died,
            id_enc, id_idx, id_key, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc,
            string_to_array(tags, ','), ?
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?, ?::date[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
            as n (id, place, registered, resides, name, name_key, pinyin, initials, born, sex, died,
            id_enc, id_idx, id_key, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc, tags)
        on conflict (id) do update set registered = excluded.registered, resides = excluded.resides,
            name = excluded.name, name_key = excluded.name_key, pinyin = excluded.pinyin, initials = excluded.initials,
            born = excluded.born, sex = excluded.sex, died = excluded.died, id_enc = excluded.id_enc,
            id_idx = excluded.id_idx, id_key = excluded.id_key, id4_idx = excluded.id4_idx,
            phone_enc = excluded.phone_enc, phone_idx = excluded.phone_idx, phone4_idx = excluded.phone4_idx,
            address_enc = excluded.address_enc, tags = excluded.tags, version = e.version + 1,
            updated = excluded.updated""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ElderRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Where the people that have a row belong now; row security leaves out whom the desk cannot see. */
    @Unscoped("by ids that a scope found")
    Map<ElderId, String> places(Collection<ElderId> elders) {
        Map<ElderId, String> places = new HashMap<>();
        jdbc.sql("select id, place from registry.elder where id = any(cast(:elders as uuid[]))")
                .param("elders", ScopeSql.array(elders))
                .query(row -> {
                    places.put(new ElderId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return places;
    }

    /**
     * Inserts and updates; every row written gets a new version, because its facts changed.
     *
     * @param stored places of the rows that exist; they stay, see {@link #relocate}
     */
    @Unscoped("writes the projection of ids that a scope found")
    long upsert(List<ElderRow> rows, Map<ElderId, String> stored, Instant now) {
        if (rows.isEmpty()) {
            return 0;
        }
        Long changed = template.execute((ConnectionCallback<Long>) connection -> upsert(connection, rows, stored, now));
        return changed == null ? 0 : changed;
    }

    /** Moves people, with all their facts, to the place their new row names. */
    void relocate(List<ElderRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        template.execute((ConnectionCallback<Boolean>) connection -> {
            Columns columns = new Columns(connection, rows);
            try (var move = connection.prepareStatement("select registry.relocate(?, ?, ?, ?)")) {
                move.setArray(1, columns.of("uuid", row -> row.id().value()));
                move.setArray(2, columns.of("text", ElderRow::place));
                move.setArray(3, columns.bytes(row -> row.number().lastFour()));
                move.setArray(4, columns.bytes(row -> row.telephone().lastFour()));
                return move.execute();
            }
        });
    }

    private static long upsert(Connection connection, List<ElderRow> rows, Map<ElderId, String> stored, Instant now)
            throws SQLException {
        Columns columns = new Columns(connection, rows);
        List<Array> arrays = List.of(
                columns.of("uuid", row -> row.id().value()),
                columns.of("text", row -> stored.getOrDefault(row.id(), row.place())),
                columns.of("text", ElderRow::registered),
                columns.of("text", ElderRow::resides),
                columns.of("text", row -> row.keys().name()),
                columns.of("text", row -> row.keys().given()),
                columns.of("text", row -> row.keys().pinyin()),
                columns.of("text", row -> row.keys().initials()),
                columns.of("text", row -> text(row.born())),
                columns.of("text", ElderRow::sex),
                columns.of("text", row -> text(row.died())),
                columns.bytes(row -> row.number().enc()),
                columns.bytes(row -> row.number().idx()),
                columns.of("int4", row -> row.number().key()),
                columns.bytes(row -> row.number().lastFour()),
                columns.bytes(row -> row.telephone().enc()),
                columns.bytes(row -> row.telephone().idx()),
                columns.bytes(row -> row.telephone().lastFour()),
                columns.bytes(ElderRow::addressEnc),
                columns.of("text", row -> String.join(",", row.tags())));
        try (var statement = connection.prepareStatement(UPSERT)) {
            statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            for (int i = 0; i < arrays.size(); i++) {
                statement.setArray(i + 2, arrays.get(i));
            }
            return statement.executeLargeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Rows turned into one array a column. */
    private record Columns(Connection connection, List<ElderRow> rows) {

        Array of(String type, Function<ElderRow, @Nullable Object> column) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(column).toArray());
        }

        Array bytes(Function<ElderRow, byte @Nullable []> column) throws SQLException {
            return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }
    }
}
