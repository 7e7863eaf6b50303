package org.sangyu.policy.internal.own;

import java.util.List;

/**
 * What a change would do in one month to the people of a place.
 *
 * @param month decided for
 * @param at when it was computed, an instant in text
 * @param people decided about
 * @param policy hash of the packs it was compared with
 * @param lines benefits for which anything changes, in their fixed order; empty when nothing does
 */
public record Effect(String month, String at, long people, String policy, List<Line> lines) {

    /**
     * One benefit, in heads and fen of its unit.
     *
     * @param begin entitled, and were not
     * @param more entitled to more
     * @param less entitled to less
     * @param stop not entitled any more
     * @param open undetermined, and were not
     * @param settled not entitled for sure, and were undetermined
     * @param before what all are entitled to now
     * @param after what all would be entitled to
     */
    public record Line(
            String benefit,
            long begin,
            long more,
            long less,
            long stop,
            long open,
            long settled,
            long before,
            long after) {

        /** Heads whose decision changes. */
        public long heads() {
            return begin + more + less + stop + open + settled;
        }
    }

    /** Copies the list. */
    public Effect {
        lines = List.copyOf(lines);
    }

    /** Decisions that change, a person counted once for each benefit. */
    public long heads() {
        return lines.stream().mapToLong(Line::heads).sum();
    }
}
