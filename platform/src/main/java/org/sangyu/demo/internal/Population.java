package org.sangyu.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes the people of villages: the same seed and day make the same people.
 *
 * <p>How many, how old and with which categories is {@link Assumed}.
 */
final class Population {

    /** Youngest age of the population, in full years. */
    static final int FROM = 60;

    private static final int OF = 1000;
    private static final int BAND = 5;
    private static final int OLDEST_BAND = 12;
    private static final int ABILITY_AGE = 80;
    private static final int DAYS = 365;

    private final LocalDate today;
    private final Names names = new Names();
    private final Draw<String> ages;
    private final Map<String, Integer> categories = Assumed.numbers("category_");
    private final Map<String, Integer> abilities = Assumed.numbers("ability_");
    private final int phone = Assumed.number("phone");
    private final int account = Assumed.number("account");

    /** @param leastAge nobody is younger; at most the oldest assumed band */
    Population(LocalDate today, int leastAge) {
        this.today = today;
        Map<String, Integer> bands = new HashMap<>(Assumed.numbers("age_"));
        bands.keySet().removeIf(from -> Integer.parseInt(from) < leastAge);
        this.ages = new Draw<>(bands);
    }

    /** How many people from 60 on a village has at a scale; at least one in a large scale, often none in a small one. */
    static int size(double scale, RandomGenerator random) {
        double wanted = Assumed.number("elders_per_village") * scale * (0.5 + random.nextDouble());
        int whole = (int) wanted;
        return random.nextDouble() < wanted - whole ? whole + 1 : whole;
    }

    /** One person. */
    DemoPerson next(DemoPerson.Home home, long serial, SplittableRandom random) {
        String sex = random.nextInt(OF) < 540 ? "F" : "M";
        int from = Integer.parseInt(ages.next(random));
        int age = from + random.nextInt(from >= 100 ? OLDEST_BAND / 2 : BAND);
        LocalDate born = today.minusYears(age).minusDays(random.nextInt(DAYS));
        String ability = age >= ABILITY_AGE ? ability(random) : "";
        return new DemoPerson(
                names.next(sex, random),
                sex,
                born,
                Numbers.id(born, sex, serial),
                home,
                random.nextInt(OF) < phone ? Numbers.phone(random) : "",
                category(random),
                ability,
                ability.isEmpty()
                        ? ""
                        : today.minusDays(1 + random.nextInt(DAYS)).toString(),
                random.nextInt(OF) < account ? Numbers.account(random) : "");
    }

    private String ability(RandomGenerator random) {
        int drawn = random.nextInt(OF);
        for (Map.Entry<String, Integer> one : abilities.entrySet()) {
            drawn -= one.getValue();
            if (drawn < 0) {
                return one.getKey();
            }
        }
        return "";
    }

    private String category(RandomGenerator random) {
        List<String> words = new ArrayList<>();
        Map<String, Boolean> kinds = new HashMap<>();
        for (Map.Entry<String, Integer> one : categories.entrySet()) {
            String kind = one.getKey().contains("特困") ? "特困" : one.getKey();
            if (random.nextInt(OF) < one.getValue() && kinds.putIfAbsent(kind, true) == null) {
                words.add(one.getKey());
            }
        }
        return String.join("、", words);
    }
}
