package org.sangyu.access.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A batch of lines under one root, chained to the batch before.
 *
 * @param number 1 for the first, without gaps
 * @param day in China, on which it was made; the last seal of a day closes the day
 * @param at when, to the microsecond
 * @param leaves how many lines
 * @param algorithm by which root and chain are made
 * @param root of the tree over the leaves in their order
 * @param chain hash over the chain of the seal before, number, day, time, count and root
 */
@SuppressWarnings("ArrayRecordComponent") // equals and toString are written out
public record Seal(long number, LocalDate day, Instant at, int leaves, Algorithm algorithm, byte[] root, byte[] chain) {

    private static final byte[] MARK = {2};
    private static final byte[] NOTHING = {};

    /** Cuts the time to what the ledger keeps. */
    public Seal {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the first seal is chained to. */
    public static byte[] beginning() {
        return NOTHING;
    }

    /** Number, day and time of a seal to be made. */
    public record Head(long number, LocalDate day, Instant at) {}

    /** Seals lines after the seal with that chain. */
    public static Seal over(List<Leaf> leaves, Head head, Algorithm algorithm, byte[] before) {
        Seal open = new Seal(
                head.number(),
                head.day(),
                head.at(),
                leaves.size(),
                algorithm,
                Merkle.root(algorithm, leaves),
                NOTHING);
        return open.chainedTo(before);
    }

    /** Whether these are its lines. */
    public boolean holds(List<Leaf> lines) {
        return lines.size() == leaves && Arrays.equals(Merkle.root(algorithm, lines), root);
    }

    /** Whether it follows the seal with that chain. */
    public boolean follows(byte[] before) {
        return Arrays.equals(chainedTo(before).chain, chain);
    }

    /** The chain in hexadecimal digits, as it is printed. */
    public String printed() {
        return HexFormat.of().formatHex(chain);
    }

    private Seal chainedTo(byte[] before) {
        byte[] when = (day + " " + at).getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + when.length)
                .putLong(number)
                .putInt(leaves)
                .put(when)
                .array();
        return new Seal(number, day, at, leaves, algorithm, root, algorithm.hash(MARK, before, head, root));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal
                && number == seal.number
                && day.equals(seal.day)
                && at.equals(seal.at)
                && leaves == seal.leaves
                && algorithm == seal.algorithm
                && Arrays.equals(root, seal.root)
                && Arrays.equals(chain, seal.chain);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "Seal[" + number + " " + printed() + "]";
    }
}
