package org.sangyu.access.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a seal keeps of one line. Number and county stand beside the hash, so that an export for one county can show that
 * none of its lines is missing without showing those of others.
 *
 * @param line number of the line
 * @param county as {@link Entry#county}
 * @param content hash of the line
 */
@SuppressWarnings("ArrayRecordComponent") // equals and toString are written out
public record Leaf(long line, String county, byte[] content) {

    private static final byte[] MARK = {0};

    /** The leaf of a line. */
    public static Leaf of(Algorithm algorithm, Entry entry) {
        return new Leaf(entry.id(), entry.county(), algorithm.hash(entry.bytes()));
    }

    /** Whether the line is the one that was sealed. */
    public boolean matches(Algorithm algorithm, Entry entry) {
        return equals(of(algorithm, entry));
    }

    byte[] hash(Algorithm algorithm) {
        byte[] where = county.getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(line)
                .putInt(where.length)
                .array();
        return algorithm.hash(MARK, head, where, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf leaf
                && line == leaf.line
                && county.equals(leaf.county)
                && Arrays.equals(content, leaf.content);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(line);
    }

    @Override
    public String toString() {
        return "Leaf[" + line + " " + county + " " + HexFormat.of().formatHex(content) + "]";
    }
}
