package org.sangyu.benefits.internal.cycle;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Copies rows into a staging table in pieces of about a megabyte, inside the running transaction.
 *
 * <p>Each piece is a COPY of its own, so that between pieces the same connection may read on.
 */
final class CopyRows {

    private static final int PIECE = 1 << 20;

    private final DataSource dataSource;
    private final String copy;
    private final StringBuilder text = new StringBuilder(PIECE + PIECE / 8);
    private long rows;

    /** @param table with its columns, for example {@code benefits.stage_due (run, op)} */
    CopyRows(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.copy = "copy " + table + " from stdin";
    }

    /** Adds a row; values are written with {@code toString}, null as null. */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
        rows++;
        if (text.length() >= PIECE) {
            flush();
        }
    }

    /** Sends what is left. */
    void flush() {
        if (text.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException(copy, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        text.setLength(0);
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String clear = value.toString();
        for (int i = 0; i < clear.length(); i++) {
            char c = clear.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
