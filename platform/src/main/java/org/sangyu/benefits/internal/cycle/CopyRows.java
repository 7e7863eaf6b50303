package org.sangyu.benefits.internal.cycle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Copies rows into a staging table in pieces of about a megabyte, inside the running transaction.
 *
 * <p>Each piece is a COPY of its own, so that between pieces the same connection may read on. A month writes some
 * hundred bytes for each of a hundred thousand people: they are put as bytes, never as text first.
 */
final class CopyRows {

    private static final int PIECE = 1 << 20;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;

    private final DataSource dataSource;
    private final String copy;
    private byte[] bytes = new byte[PIECE + PIECE / 8];
    private int length;
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
                put('\t');
            }
            append(values[i]);
        }
        put('\n');
        rows++;
        if (length >= PIECE) {
            flush();
        }
    }

    /** Sends what is left. */
    void flush() {
        if (length == 0) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(bytes, 0, length), PIECE);
        } catch (SQLException e) {
            throw new IllegalStateException(copy, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        length = 0;
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> {
                put('\\');
                put('N');
            }
            case UUID id -> {
                reserve(UUID_LENGTH);
                hex(id.getMostSignificantBits(), 32);
                put('-');
                hex(id.getMostSignificantBits() << 32, 48);
                put('-');
                hex(id.getMostSignificantBits() << 48, 48);
                put('-');
                hex(id.getLeastSignificantBits(), 48);
                put('-');
                hex(id.getLeastSignificantBits() << 16, 16);
            }
            default -> text(value.toString());
        }
    }

    /** The highest bits as hexadecimal digits, four at a time, until so many bits are left. */
    private void hex(long bits, int left) {
        for (int shift = Long.SIZE - 4; shift >= left; shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length * 2);
        if (isPlain(encoded)) {
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
            return;
        }
        for (byte one : encoded) {
            escape(one);
        }
    }

    private static boolean isPlain(byte[] encoded) {
        for (byte one : encoded) {
            if (one == '\\' || one == '\t' || one == '\n' || one == '\r') {
                return false;
            }
        }
        return true;
    }

    private void escape(byte one) {
        switch (one) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> bytes[length++] = one;
        }
    }

    private void escaped(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void put(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
