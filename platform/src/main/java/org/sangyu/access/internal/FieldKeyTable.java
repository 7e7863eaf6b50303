package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of the keys of the fields, wrapped. */
@Unscoped("keys belong to the installation")
@Repository
class FieldKeyTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    FieldKeyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param master number of the file that wraps it
     * @param fingerprint of that file
     * @param wrapped the encryption key; null once destroyed, and in a database from before keys were wrapped
     * @param indexWrapped the blind-index key; only the first version has one
     * @param emptied since when nothing is encrypted under it
     */
    record Row(
            int version,
            FieldSuite suite,
            int master,
            byte[] fingerprint,
            byte @Nullable [] wrapped,
            byte @Nullable [] indexWrapped,
            Instant made,
            @Nullable Instant emptied,
            @Nullable Instant destroyed) {}

    List<Row> list() {
        return jdbc.sql("select * from access.field_key order by version")
                .query(FieldKeyTable::row)
                .list();
    }

    /** All versions, held until the end of the transaction. */
    List<Row> lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.field_key'))").query(rows -> {});
        return list();
    }

    /** Keeps a new version; one that another process made first stays. */
    void keep(Row row) {
        jdbc.sql("""
            insert into access.field_key (version, suite, master, fingerprint, wrapped, index_wrapped, made)
            values (:version, :suite, :master, :fingerprint, :wrapped, :index, :now) on conflict (version) do nothing
            """)
                .param("version", row.version())
                .param("suite", row.suite().name())
                .param("master", row.master())
                .param("fingerprint", row.fingerprint())
                .param("wrapped", row.wrapped())
                .param("index", row.indexWrapped(), java.sql.Types.BINARY)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Wraps a version otherwise; what it encrypts stays. */
    void rewrap(Row row) {
        jdbc.sql("""
            update access.field_key set master = :master, fingerprint = :fingerprint, wrapped = :wrapped, index_wrapped = :index
            where version = :version
            """)
                .param("version", row.version())
                .param("master", row.master())
                .param("fingerprint", row.fingerprint())
                .param("wrapped", row.wrapped(), java.sql.Types.BINARY)
                .param("index", row.indexWrapped(), java.sql.Types.BINARY)
                .update();
    }

    /**
     * One later version of the key of the blind index; the first stands in {@link Row#indexWrapped()}.
     *
     * @param inUse since when; null while it is being prepared
     */
    record IndexRow(
            int version,
            FieldSuite suite,
            int master,
            byte[] wrapped,
            Instant made,
            @Nullable Instant inUse) {}

    List<IndexRow> listIndex() {
        return jdbc.sql("select * from access.index_key order by version")
                .query(FieldKeyTable::indexRow)
                .list();
    }

    void keepIndex(IndexRow row) {
        jdbc.sql("""
            insert into access.index_key (version, suite, master, wrapped, made)
            values (:version, :suite, :master, :wrapped, :now)
            """)
                .param("version", row.version())
                .param("suite", row.suite().name())
                .param("master", row.master())
                .param("wrapped", row.wrapped())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void rewrapIndex(int version, int master, byte[] wrapped) {
        jdbc.sql("update access.index_key set master = :master, wrapped = :wrapped where version = :version")
                .param("version", version)
                .param("master", master)
                .param("wrapped", wrapped)
                .update();
    }

    private static IndexRow indexRow(ResultSet row, int number) throws SQLException {
        OffsetDateTime inUse = row.getObject("in_use", OffsetDateTime.class);
        return new IndexRow(
                row.getInt("version"),
                FieldSuite.valueOf(row.getString("suite")),
                row.getInt("master"),
                row.getBytes("wrapped"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                inUse == null ? null : inUse.toInstant());
    }

    /** Nothing is encrypted under versions before this one any more. */
    void emptied(int before) {
        jdbc.sql("update access.field_key set emptied = :now where version < :before and emptied is null")
                .param("before", before)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Destroys the encryption keys of versions before this one that are empty since then. */
    List<Integer> destroy(int before, Instant emptyBefore) {
        return jdbc.sql("""
            update access.field_key set wrapped = null, destroyed = :now
            where version < :before and destroyed is null and emptied <= :empty returning version
            """)
                .param("before", before)
                .param("empty", emptyBefore.atOffset(java.time.ZoneOffset.UTC))
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime emptied = row.getObject("emptied", OffsetDateTime.class);
        OffsetDateTime destroyed = row.getObject("destroyed", OffsetDateTime.class);
        return new Row(
                row.getInt("version"),
                FieldSuite.valueOf(row.getString("suite")),
                row.getInt("master"),
                row.getBytes("fingerprint"),
                row.getBytes("wrapped"),
                row.getBytes("index_wrapped"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                emptied == null ? null : emptied.toInstant(),
                destroyed == null ? null : destroyed.toInstant());
    }
}
