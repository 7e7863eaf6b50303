package org.sangyu.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to back up in a database, asked of the database itself. */
final class Catalogue {

    private static final String OURS = " n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema', 'public') ";

    /** Who is signed in is nobody's to restore; what is unlogged is thrown away by any crash. */
    private static final String TABLES = """
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
            array_agg(quote_ident(a.attname) order by a.attnum) as columns,
            array_agg(case when t.typname = 'xid8' then $q$'0'::xid8$q$ else quote_ident(a.attname) end
                order by a.attnum) as selected
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        join pg_type t on t.oid = a.atttypid
        where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and""" + OURS + """
            and not (n.nspname = 'access' and c.relname in ('session', 'session_attributes'))
        group by 1 order by 1
        """;

    private static final String PARTITIONS = """
        select quote_ident(n.nspname) || '.' || quote_ident(p.relname) as parent,
            quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
            pg_get_expr(c.relpartbound, c.oid) as bound
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
        where c.relispartition and c.relkind = 'r' order by 1, 2
        """;
    private static final String SEQUENCES = """
        select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value
        from pg_sequences where last_value is not null and schemaname <> 'public' order by 1
        """;
    private static final String FOREIGN_KEYS = """
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, quote_ident(k.conname) as key,
            pg_get_constraintdef(k.oid) as definition
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and k.conparentid = 0 and""" + OURS + "order by 1, 2";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** A foreign key, as it is made anew. */
    record ForeignKey(String table, String name, String definition) {}

    List<Manifest.Table> tables() throws SQLException {
        return list(
                TABLES,
                row -> new Manifest.Table(row.getString("name"), texts(row, "columns"), texts(row, "selected")));
    }

    List<Manifest.Partition> partitions() throws SQLException {
        return list(
                PARTITIONS,
                row -> new Manifest.Partition(row.getString("parent"), row.getString("name"), row.getString("bound")));
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        return list(SEQUENCES, row -> new Manifest.Sequence(row.getString("name"), row.getLong("last_value")));
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return list(
                FOREIGN_KEYS,
                row -> new ForeignKey(row.getString("name"), row.getString("key"), row.getString("definition")));
    }

    /** The same rows with the newest seal of the ledger. */
    Manifest.Totals totals(Map<String, Long> rows) throws SQLException {
        return list(
                        "select number, chain from access.audit_seal order by number desc limit 1",
                        row -> new Manifest.Totals(
                                rows, row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                .stream()
                .findFirst()
                .orElseGet(() -> new Manifest.Totals(rows, 0, ""));
    }

    /** How many rows each table has. */
    Map<String, Long> count(List<Manifest.Table> tables) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (Manifest.Table table : tables) {
            rows.put(
                    table.name(),
                    list("select count(*) from " + table.name(), row -> row.getLong(1))
                            .getFirst());
        }
        return rows;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String question, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}
