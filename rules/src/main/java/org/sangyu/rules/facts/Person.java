package org.sangyu.rules.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person and all facts that decisions may look at.
 *
 * <p>Order inside the lists has no meaning. {@code died == null} is: alive as far as known.
 */
public record Person(
        String id,
        LocalDate born,
        @Nullable Sex sex,
        @Nullable Death died,
        List<Residence> residences,
        List<TagFact> tags,
        List<AbilityFact> ability,
        List<LtciFact> ltci,
        List<StayFact> institution,
        List<Receipt> receives) {

    /** Copies the lists; refuses a death before the birth. */
    public Person {
        if (died != null && died.on().isBefore(born)) {
            throw new IllegalArgumentException(id + " died " + died.on() + ", before the birth on " + born);
        }
        residences = List.copyOf(residences);
        tags = List.copyOf(tags);
        ability = List.copyOf(ability);
        ltci = List.copyOf(ltci);
        institution = List.copyOf(institution);
        receives = List.copyOf(receives);
    }

    /** Starts with nobody's facts but the birth; add the rest by name. */
    public static PersonBuilder born(String id, LocalDate born) {
        return new PersonBuilder(id, born);
    }
}
