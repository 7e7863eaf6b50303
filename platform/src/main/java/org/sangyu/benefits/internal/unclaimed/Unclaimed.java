package org.sangyu.benefits.internal.unclaimed;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;

/**
 * One person and one benefit on the list.
 *
 * @param place village as it was known then
 * @param amount what is owed for the period; null when something is missing
 * @param since first month of the unbroken run of entitled months; null when something is missing
 * @param earlier true when the run goes back further than was looked
 * @param state how far the village is
 * @param answer what was found out, or null
 */
public record Unclaimed(
        ElderId elder,
        String benefit,
        Place place,
        UnclaimedKind kind,
        @Nullable Money amount,
        @Nullable YearMonth since,
        boolean earlier,
        String becauseZh,
        String becauseEn,
        UnclaimedState state,
        @Nullable Given answer) {

    /**
     * What was found out, by whom and when.
     *
     * @param id of the deed, which may name several people
     * @param enrolment the application begun by it, or null
     */
    public record Given(
            UUID id,
            String by,
            Instant at,
            String why,
            @Nullable UUID enrolment) {}
}
