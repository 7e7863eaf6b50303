package org.sangyu.access.internal;

import java.util.List;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every column of blind indexes in the database, found by its name: {@code *_idx}, whatever module it belongs to, and the
 * twin beside it that holds the same indexes under the coming key.
 */
@Unscoped("makes one keyed hash of another and reads nothing out of them")
@Repository
class IndexedColumns {

    private final JdbcClient jdbc;

    IndexedColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One column; {@code pages} of 8 kB at this moment. */
    record Column(String table, String name, long pages) {}

    /** An index without its twin, and where it stands. */
    record Found(String place, byte[] index) {}

    /** A twin for an index. */
    record Twin(String place, byte[] index, byte[] twin) {}

    List<Column> list() {
        return jdbc.sql("select target, col, pages from access.indexed_columns()")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Puts an empty twin beside the column, unless it is there. */
    void begin(Column column) {
        lockBriefly();
        call("access.index_begin", column);
    }

    /** Indexes in some pages whose twin is empty. */
    List<Found> missing(Column column, long first, long next) {
        return jdbc.sql("select place::text, value from access.index_missing(:table, :column, :first, :next)")
                .param("table", column.table())
                .param("column", column.name())
                .param("first", first)
                .param("next", next)
                .query((row, number) -> new Found(row.getString(1), row.getBytes(2)))
                .list();
    }

    /** At most so many indexes of the whole table whose twin is empty. */
    List<Found> left(Column column, int most) {
        return jdbc.sql("select place::text, value from access.index_left(:table, :column, :most)")
                .param("table", column.table())
                .param("column", column.name())
                .param("most", most)
                .query((row, number) -> new Found(row.getString(1), row.getBytes(2)))
                .list();
    }

    /** Fills the twins of those that nobody changed meanwhile; gives how many. */
    long fill(Column column, List<Twin> twins) {
        lockBriefly();
        return jdbc.sql("select access.index_fill(:table, :column, cast(:places as text[])::tid[], :were, :become)")
                .param("table", column.table())
                .param("column", column.name())
                .param("places", twins.stream().map(Twin::place).toArray(String[]::new))
                .param("were", twins.stream().map(Twin::index).toArray(byte[][]::new))
                .param("become", twins.stream().map(Twin::twin).toArray(byte[][]::new))
                .query(Long.class)
                .single();
    }

    /** Lets the twin be found as the column is; the table can be read, and not written, for the seconds this takes. */
    void build(Column column) {
        lockBriefly();
        call("access.index_build", column);
    }

    /** Holds every table with indexes until the end of the transaction, or gives up soon. */
    void hold() {
        lockBriefly();
        jdbc.sql("select access.index_hold()").query(rows -> {});
    }

    /** Puts every twin in the place of its column; the key that was coming is in use. */
    void exchange() {
        jdbc.sql("select access.index_exchange()").query(rows -> {});
    }

    private void call(String function, Column column) {
        jdbc.sql("select " + function + "(:table, :column)")
                .param("table", column.table())
                .param("column", column.name())
                .query(rows -> {});
    }

    /** Nobody who works waits long behind a lock that this waits for. */
    private void lockBriefly() {
        jdbc.sql("select set_config('lock_timeout', '2s', true)").query(rows -> {});
    }
}
