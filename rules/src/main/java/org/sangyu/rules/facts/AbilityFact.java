package org.sangyu.rules.facts;

import java.time.LocalDate;

/**
 * One result of an ability assessment.
 *
 * @param instrument what was used; {@link #GBT_42195_2022} unless said otherwise
 * @param level 0 intact to 4 total loss in GB/T 42195-2022; other instruments may go further
 * @param on the day of the result; it counts from that day until a newer one
 */
public record AbilityFact(String instrument, int level, LocalDate on, Provenance provenance) {

    /** The national norm's name in facts files and packs. */
    public static final String GBT_42195_2022 = "GBT_42195_2022";
}
