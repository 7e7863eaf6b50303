package org.sangyu.policy.internal.simulation;

import java.time.LocalDate;

/** Age bands of the result: below sixty, then by five years, a hundred and over together. */
final class AgeBand {

    /** How many there are. */
    static final int COUNT = 10;

    private static final int LOWEST = 60;
    private static final int HIGHEST = 100;
    private static final int WIDTH = 5;

    private AgeBand() {}

    /** The number of the band somebody belongs to on a day. */
    static int of(LocalDate born, LocalDate day) {
        int age = day.getYear() - born.getYear() - (beforeBirthday(born, day) ? 1 : 0);
        return age < LOWEST ? 0 : Math.min((age - LOWEST) / WIDTH, (HIGHEST - LOWEST) / WIDTH) + 1;
    }

    /** The lowest age of a band, in full years. */
    static int lowest(int band) {
        return band == 0 ? 0 : LOWEST + (band - 1) * WIDTH;
    }

    private static boolean beforeBirthday(LocalDate born, LocalDate day) {
        int months = day.getMonthValue() - born.getMonthValue();
        return months < 0 || months == 0 && day.getDayOfMonth() < born.getDayOfMonth();
    }
}
