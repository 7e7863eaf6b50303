package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Births in classes: two of a class reach every age that a rule names on the same side of every day looked at.
 *
 * <p>A table over days, so that a birth costs one look.
 */
final class AgeClasses {
    private final int first;
    private final short[] table;
    private final int[] samples;

    private AgeClasses(int first, short[] table, int[] samples) {
        this.first = first;
        this.table = table;
        this.samples = samples;
    }

    static AgeClasses of(List<Frame> frames, Collection<Integer> ages) {
        TreeSet<Integer> lastOfClass = new TreeSet<>();
        for (Frame frame : frames) {
            lastOfClass.add(day(frame.firstDay.toEpochDay()) - 1);
            lastOfClass.add(day(frame.lastDay.toEpochDay()));
            for (int age : ages) {
                add(frame.ages.lastBirth(age), lastOfClass);
                add(frame.agesBefore.lastBirth(age), lastOfClass);
                leapDay(frame.month.getYear() - age, lastOfClass);
            }
        }
        int first = lastOfClass.first();
        short[] table = new short[lastOfClass.last() - first + 2];
        int[] samples = new int[lastOfClass.size() + 1];
        int number = 0;
        for (int i = 0; i < table.length; i++) {
            table[i] = (short) number;
            samples[number] = first + i;
            number += lastOfClass.contains(first + i) ? 1 : 0;
        }
        return new AgeClasses(first, table, samples);
    }

    private static void add(long lastBirth, Set<Integer> lastOfClass) {
        if (lastBirth != Long.MIN_VALUE) {
            lastOfClass.add(day(lastBirth));
        }
    }

    /** A leap day is a class of its own: which day counts in other years is said beside the answer. */
    private static void leapDay(int year, Set<Integer> lastOfClass) {
        if (year > 0 && LocalDate.ofYearDay(year, 1).isLeapYear()) {
            int day = day(LocalDate.of(year, 2, 29).toEpochDay());
            lastOfClass.add(day - 1);
            lastOfClass.add(day);
        }
    }

    private static int day(long epochDay) {
        return Math.toIntExact(epochDay);
    }

    int of(int birth) {
        return table[Math.max(0, Math.min(table.length - 1, birth - first))];
    }

    /** How many classes there are. */
    int size() {
        return samples.length;
    }

    /** A birth of the class. */
    int sample(int number) {
        return samples[number];
    }
}
