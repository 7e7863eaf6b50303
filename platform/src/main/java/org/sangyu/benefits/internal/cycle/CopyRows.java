package org.sangyu.benefits.internal.cycle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Copies rows into a staging table in pieces of about a megabyte, inside the running transaction.
 *
 * <p>Each piece is a COPY of its own, so that between pieces the same connection may read on. Rows go in PostgreSQL's
 * binary form, which neither side has to put into text and read again.
 */
final class CopyRows {

    private static final int PIECE = 1 << 20;
    /** The signature, no flags, no extension. */
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final short END = -1;
    private static final int NULL = -1;
    private static final int UUID_BYTES = 16;
    private static final long POSTGRES_EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();

    private final DataSource dataSource;
    private final String copy;
    private ByteBuffer bytes = ByteBuffer.allocate(PIECE + PIECE / 8);
    private long rows;

    /** @param table with its columns, for example {@code benefits.stage_due (run, op)} */
    CopyRows(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.copy = "copy " + table + " from stdin (format binary)";
        bytes.put(HEAD);
    }

    /**
     * Adds a row. A UUID, day, long, int or boolean goes into a column of just that type, null into any, and
     * everything else with {@code toString} into a column of text.
     */
    void row(@Nullable Object... values) {
        reserve(Short.BYTES);
        bytes.putShort((short) values.length);
        for (Object value : values) {
            append(value);
        }
        rows++;
        if (bytes.position() >= PIECE) {
            flush();
        }
    }

    /** Sends what is left. */
    void flush() {
        if (bytes.position() == HEAD.length) {
            return;
        }
        reserve(Short.BYTES);
        bytes.putShort(END);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(bytes.array(), 0, bytes.position()), PIECE);
        } catch (SQLException e) {
            throw new IllegalStateException(copy, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        bytes.clear().put(HEAD);
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    private void append(@Nullable Object value) {
        reserve(Integer.BYTES + UUID_BYTES);
        switch (value) {
            case null -> bytes.putInt(NULL);
            case UUID id ->
                bytes.putInt(UUID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            case LocalDate day -> bytes.putInt(Integer.BYTES).putInt((int) (day.toEpochDay() - POSTGRES_EPOCH));
            case Long number -> bytes.putInt(Long.BYTES).putLong(number);
            case Integer number -> bytes.putInt(Integer.BYTES).putInt(number);
            case Boolean yes -> bytes.putInt(1).put((byte) (yes ? 1 : 0));
            default -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                reserve(Integer.BYTES + text.length);
                bytes.putInt(text.length).put(text);
            }
        }
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
            bytes = larger.put(bytes.flip());
        }
    }
}
