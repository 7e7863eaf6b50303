package org.sangyu.rules.engine;

import java.time.LocalDate;

/**
 * Ages on one day, by comparing the birth with a table: the last birth day that has reached each age.
 *
 * <p>Both settings about birthdays are worked into the table, so that asking costs one comparison.
 */
final class Ages {
    private static final int OLDEST = 200;

    private final LocalDate day;
    private final Rules rules;
    private final long[] lastBirth = new long[OLDEST + 1];

    Ages(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        for (int age = 0; age <= OLDEST; age++) {
            LocalDate birth = day.minusYears(age).plusDays(2);
            while (!reached(birth, age)) {
                birth = birth.minusDays(1);
            }
            lastBirth[age] = birth.toEpochDay();
        }
    }

    /** Tells whether somebody born on that day (counted from the epoch) has reached the age. */
    boolean hasReached(long birth, int age) {
        return age <= OLDEST && birth <= lastBirth[age];
    }

    /** The last birth day (counted from the epoch) that has reached the age; nobody reaches what lies beyond the table. */
    long lastBirth(int age) {
        return age <= OLDEST ? lastBirth[age] : Long.MIN_VALUE;
    }

    /** Full years, not below 0. */
    int of(long birth) {
        int age = Math.max(0, day.getYear() - LocalDate.ofEpochDay(birth).getYear());
        while (age > 0 && !hasReached(birth, age)) {
            age--;
        }
        return age;
    }

    private boolean reached(LocalDate birth, int age) {
        LocalDate birthday = birthday(birth, age);
        return rules.dayAfterBirthday() ? birthday.isBefore(day) : !birthday.isAfter(day);
    }

    private LocalDate birthday(LocalDate birth, int age) {
        LocalDate birthday = birth.plusYears(age);
        boolean moved = birthday.getDayOfMonth() != birth.getDayOfMonth();
        return moved && !rules.leapDayInFebruary() ? birthday.plusDays(1) : birthday;
    }
}
