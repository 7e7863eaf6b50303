package org.sangyu.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws one of several things, each as often as its weight says; the same generator draws the same. */
final class Draw<T> {

    private final List<T> things = new ArrayList<>();
    private final int[] upTo;
    private final int total;

    Draw(Map<T, Integer> weights) {
        upTo = new int[weights.size()];
        int sum = 0;
        for (Map.Entry<T, Integer> one : new TreeMap<>(weights).entrySet()) {
            sum += one.getValue();
            upTo[things.size()] = sum;
            things.add(one.getKey());
        }
        total = sum;
    }

    T next(RandomGenerator random) {
        int found = java.util.Arrays.binarySearch(upTo, random.nextInt(total) + 1);
        return things.get(found < 0 ? -found - 1 : found);
    }
}
