package org.sangyu.registry.internal.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY, written straight into bytes. Null becomes {@code \N}. */
final class CopyText {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_SIZE = 1 << 20;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int length;
    private boolean midRow;

    /** Next column: text, escaped. */
    CopyText text(@Nullable Object value) {
        next();
        if (value == null) {
            put('\\');
            put('N');
            return this;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        reserve(bytes.length * 2);
        for (byte b : bytes) {
            switch (b) {
                case '\\', '\t', '\n', '\r' -> {
                    buffer[length++] = '\\';
                    buffer[length++] = escaped(b);
                }
                case 0 -> {
                    // PostgreSQL has no such character in text; nothing is lost by leaving it out.
                }
                default -> buffer[length++] = b;
            }
        }
        return this;
    }

    /** Next column: bytes in hexadecimal. */
    CopyText bytes(byte @Nullable [] value) {
        if (value == null) {
            return text(null);
        }
        next();
        reserve(value.length * 2 + 3);
        buffer[length++] = '\\';
        buffer[length++] = '\\';
        buffer[length++] = 'x';
        for (byte b : value) {
            buffer[length++] = HEX[(b >> 4) & 0xF];
            buffer[length++] = HEX[b & 0xF];
        }
        return this;
    }

    /** Ends the row. */
    void end() {
        put('\n');
        midRow = false;
    }

    /** All rows so far. */
    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private static byte escaped(byte b) {
        return switch (b) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> b;
        };
    }

    private void next() {
        if (midRow) {
            put('\t');
        }
        midRow = true;
    }

    private void put(char c) {
        reserve(1);
        buffer[length++] = (byte) c;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
