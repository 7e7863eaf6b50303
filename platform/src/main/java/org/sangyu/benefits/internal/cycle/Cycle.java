package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * A cycle (发放批次): one county pays some benefits for some months.
 *
 * @param number for people; ids are for machines
 * @param last the last month paid, inclusive
 * @param version of the roster frozen last, 0 before the first
 * @param knownAt the instant whose knowledge the last computation used, or null
 * @param format id of the form of its files, or null until released
 * @param rowVersion grows with every step; a page that carries an older one is stale
 * @param job background work on it that was started last, or null
 */
public record Cycle(
        UUID id,
        long number,
        Place county,
        List<String> benefits,
        YearMonth first,
        YearMonth last,
        CycleState state,
        int version,
        @Nullable Instant knownAt,
        @Nullable String format,
        int rowVersion,
        @Nullable UUID job) {

    /** Copies the list. */
    public Cycle {
        benefits = List.copyOf(benefits);
    }

    /** The same cycle with the next version of its roster. */
    Cycle frozenAs(int next) {
        return new Cycle(id, number, county, benefits, first, last, state, next, knownAt, format, rowVersion, job);
    }

    /** The months in one text: {@code 2026-06} or {@code 2026-04–2026-06}. */
    public String months() {
        return first.equals(last) ? first.toString() : first + "–" + last;
    }
}
