package org.sangyu.policy.internal.simulation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * One simulation; once made its values and months never change.
 *
 * @param place the county or city it was made for
 * @param about the region or file the values come from
 * @param last inclusive
 * @param shared true when colleagues of the same scope see it
 * @param people how many were decided
 * @param gains how many get more over the months, all benefits together
 * @param loses how many get less
 * @param finished null while it runs
 */
public record Simulation(
        UUID id,
        Place place,
        String name,
        Origin origin,
        String about,
        YearMonth first,
        YearMonth last,
        boolean shared,
        @Nullable UUID job,
        long people,
        long gains,
        long loses,
        By by,
        @Nullable Instant finished) {

    /** Who made it and when. */
    public record By(String account, String name, Instant at) {}

    /** How many months. */
    public int months() {
        return (int) first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
    }
}
