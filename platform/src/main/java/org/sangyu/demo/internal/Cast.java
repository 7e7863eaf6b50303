package org.sangyu.demo.internal;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** The twelve named people of tests, screenshots and documents; they live in the first county of a demonstration. */
final class Cast {

    private static final long SEED = 12;
    private static final long FIRST_SERIAL = 4_000_000;
    private static final int COLUMNS = 7;

    private final LocalDate today;
    private final List<DemoPerson.Home> homes;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private String sharedPhone = "";

    Cast(LocalDate today, List<DemoPerson.Home> homes) {
        this.today = today;
        this.homes = homes;
    }

    /** All twelve, in order. */
    List<DemoPerson> people() {
        Properties lines = Assumed.read("cast");
        List<DemoPerson> people = new ArrayList<>();
        for (String key : new TreeSet<>(lines.stringPropertyNames())) {
            people.add(person(lines.getProperty(key).split("\\|", COLUMNS), people.size()));
        }
        return people;
    }

    /** Name of the first of them. */
    static String firstName() {
        return Assumed.read("cast").getProperty("cast.01").split("\\|", COLUMNS)[0];
    }

    private DemoPerson person(String[] line, int number) {
        LocalDate born = born(line[2]);
        String phone = Numbers.phone(random);
        if (line[6].equals("shared")) {
            sharedPhone = sharedPhone.isEmpty() ? phone : sharedPhone;
            phone = sharedPhone;
        }
        return new DemoPerson(
                line[0],
                line[1],
                born,
                Numbers.id(born, line[1], FIRST_SERIAL + number),
                homes.get(Math.min(Integer.parseInt(line[3]), homes.size()) - 1),
                phone,
                line[4],
                line[5],
                line[5].isEmpty() ? "" : today.minusMonths(2).toString(),
                line[6].equals("none") ? "" : Numbers.account(random));
    }

    private LocalDate born(String text) {
        if (text.endsWith("today")) {
            return today.minusYears(Long.parseLong(text.substring(0, text.length() - "today".length())));
        }
        if (text.endsWith("month")) {
            long years = Long.parseLong(text.substring(0, text.length() - "month".length()));
            return today.minusYears(years).with(TemporalAdjusters.lastDayOfMonth());
        }
        if (text.endsWith("y")) {
            return today.minusYears(Long.parseLong(text.substring(0, text.length() - 1)))
                    .minusDays(100);
        }
        return LocalDate.parse(text);
    }
}
