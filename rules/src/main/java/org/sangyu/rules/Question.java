package org.sangyu.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * For which place and month decisions are asked.
 *
 * @param asOf what was recorded after this day is not known; null: everything is
 * @param draft whether drafts take part, for a simulation
 * @param today the day on which it is asked, only to mark a month to come; null: nothing is marked
 */
public record Question(
        RegionCode region,
        YearMonth month,
        @Nullable LocalDate asOf,
        boolean draft,
        @Nullable LocalDate today) {

    /** Everything known, no drafts, nothing marked as to come. */
    public static Question of(RegionCode region, YearMonth month) {
        return new Question(region, month, null, false, null);
    }
}
