package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;

/** What settings about birthdays did to an answer; said only where they made a difference. */
final class Birthdays {

    private Birthdays() {}

    /** The birthday lies in this month and the whole month counts. */
    static void explainMonth(Case person, int age, List<Reason> into) {
        if (!person.frame.agesBefore.hasReached(person.birth, age) && !person.frame.rules.monthAfterBirthday()) {
            addOnce(
                    Cite.setting(Rules.START)
                            .reason(ReasonCode.MONTH_OF_BIRTHDAY, PersonChecks.born(person), new Arg.Whole(age)),
                    into);
            explainLeapDay(person, age, into);
        }
    }

    /** The birthday would be 29 February of a year that has none, and falls into this month or the next. */
    static void explainLeapDay(Case person, int age, List<Reason> into) {
        LocalDate born = person.person.born();
        int year = born.getYear() + age;
        boolean leapBorn = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        boolean near = person.frame.month.getYear() == year
                && (person.frame.month.getMonthValue() == 2 || person.frame.month.getMonthValue() == 3);
        if (leapBorn && near && !LocalDate.ofYearDay(year, 1).isLeapYear()) {
            addOnce(
                    Cite.setting(Rules.LEAP).reason(ReasonCode.LEAP_DAY, PersonChecks.born(person), new Arg.Whole(age)),
                    into);
        }
    }

    private static void addOnce(Reason reason, List<Reason> into) {
        if (!into.contains(reason)) {
            into.add(reason);
        }
    }
}
