package org.sangyu.demo.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** Plausible names: surnames as frequent as they are, given names of the generation. */
final class Names {

    private final Draw<String> surnames;
    private final List<String> women;
    private final List<String> men;

    Names() {
        Map<String, Integer> weights = new HashMap<>();
        Properties read = Assumed.read("surnames");
        read.forEach((name, weight) -> weights.put((String) name, Integer.parseInt((String) weight)));
        surnames = new Draw<>(weights);
        Properties given = Assumed.read("given");
        women = List.of(given.getProperty("F", "").split(","));
        men = List.of(given.getProperty("M", "").split(","));
    }

    /** A whole name for a woman ({@code F}) or a man. */
    String next(String sex, RandomGenerator random) {
        List<String> given = sex.equals("F") ? women : men;
        return surnames.next(random) + given.get(random.nextInt(given.size()));
    }
}
