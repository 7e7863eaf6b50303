package org.sangyu.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Wall-clock times of a few runs, in milliseconds. */
final class Timing {

    /** Every figure is the median of this many runs. */
    static final int RUNS = 3;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENTILE = 0.95;

    private Timing() {}

    /** The middle of an odd number of values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The value that 95 of 100 do not exceed. */
    static double p95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * PERCENTILE) - 1)];
    }

    /** How long one run takes. */
    static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /** Says how one run went; the figures come at the end. */
    static void say(String what, double millis, double floor) {
        System.err.printf("  %s: %.2f s, floor %.2f s%n", what, millis / 1000, floor / 1000);
    }
}
