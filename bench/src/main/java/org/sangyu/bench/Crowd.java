package org.sangyu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people at once, without pause: each opens one page after the other. */
final class Crowd {

    private Crowd() {}

    /** One person's way through the pages. */
    interface Visitor {
        /** Opens the next page. */
        void visit(int turn) throws Exception;
    }

    /**
     * Lets all visitors go at once.
     *
     * @param turns pages each of them opens
     * @return milliseconds of every page
     */
    static double[] millis(List<Visitor> visitors, int turns) throws Exception {
        List<Callable<double[]>> walks = new ArrayList<>();
        for (Visitor visitor : visitors) {
            walks.add(() -> walk(visitor, turns));
        }
        List<Double> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(visitors.size())) {
            for (Future<double[]> walk : threads.invokeAll(walks)) {
                for (double one : walk.get()) {
                    all.add(one);
                }
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] walk(Visitor visitor, int turns) throws Exception {
        double[] millis = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            int now = turn;
            millis[turn] = Timing.millis(() -> {
                visitor.visit(now);
                return now;
            });
        }
        return millis;
    }
}
