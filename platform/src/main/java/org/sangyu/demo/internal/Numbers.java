package org.sangyu.demo.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import org.sangyu.registry.IdNumber;

/** Numbers that belong to nobody: ID numbers of an unassigned division, telephones of an unassigned range. */
final class Numbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String UNASSIGNED_PHONES = "154";
    private static final String UNASSIGNED_CARDS = "990099";
    private static final int DIVISIONS = 9_999;

    private Numbers() {}

    /**
     * An ID number that no other person of the demonstration has.
     *
     * @param serial number of the person in the whole demonstration: it fills division and sequence
     */
    static String id(LocalDate born, String sex, long serial) {
        long division = serial / 500 % DIVISIONS + 1;
        long sequence = serial % 500 * 2 + (sex.equals("M") ? 1 : 0);
        return IdNumber.complete("99%04d%s%03d".formatted(division, DAY.format(born), sequence));
    }

    static String phone(RandomGenerator random) {
        return UNASSIGNED_PHONES + "%08d".formatted(random.nextInt(100_000_000));
    }

    static String account(RandomGenerator random) {
        return UNASSIGNED_CARDS + "%013d".formatted(random.nextLong(10_000_000_000_000L));
    }
}
