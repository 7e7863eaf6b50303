package org.sangyu.policy.internal.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the span of a simulation brings to everybody who has the same answers and the same age band in every month; worked
 * out once, then only counted.
 */
final class Course {

    private static final int FIRST = 32;

    private final List<Change> changes = new ArrayList<>();
    private int[] counters = new int[FIRST];
    private long[] figures = new long[FIRST];
    private int size;
    private long people;
    private long difference;

    /** One benefit whose money over the span differs; {@code from} is the number of the first month that differs. */
    record Change(int benefit, int from, long before, long after) {}

    /** What tells courses apart: the profiles of both sides and the bands, month by month. */
    static final class Key {
        private final int[] parts;

        Key(int parts) {
            this(new int[parts]);
        }

        private Key(int[] parts) {
            this.parts = parts;
        }

        int[] parts() {
            return parts;
        }

        Key copy() {
            return new Key(parts.clone());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(parts, key.parts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(parts);
        }
    }

    /** Each person of the course adds so much to a counter. */
    void adds(int counter, long figure) {
        if (size == counters.length) {
            counters = Arrays.copyOf(counters, size * 2);
            figures = Arrays.copyOf(figures, size * 2);
        }
        counters[size] = counter;
        figures[size++] = figure;
    }

    void changes(Change change) {
        changes.add(change);
        difference += change.after() - change.before();
    }

    List<Change> changes() {
        return changes;
    }

    void met() {
        people++;
    }

    long people() {
        return people;
    }

    /** What each person has more by the draft, all benefits together, in fen; negative for less. */
    long difference() {
        return difference;
    }

    /** Adds everybody met to the counters. */
    void addTo(long[] counts) {
        for (int i = 0; i < size; i++) {
            counts[counters[i]] += people * figures[i];
        }
    }
}
