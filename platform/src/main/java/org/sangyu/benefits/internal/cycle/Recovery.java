package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recovery case (追缴): money paid that was not owed, asked back.
 *
 * @param died a benefit ended by death: never offset
 * @param asked whom it is asked from, empty while nobody is named
 * @param offsetCap most fen kept back from each payment, or null for none
 * @param openFen what is still asked, by the lines and what was given back
 * @param claimedFen all that was ever asked
 */
public record Recovery(
        UUID id,
        long number,
        UUID elder,
        String name,
        String benefit,
        String county,
        String place,
        LocalDate openedOn,
        boolean died,
        String whyZh,
        String whyEn,
        String asked,
        @Nullable LocalDate noticedOn,
        @Nullable Long offsetCap,
        @Nullable LocalDate closedOn,
        int rowVersion,
        long openFen,
        long claimedFen) {}
