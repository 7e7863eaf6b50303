package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * One person about whom nothing can be said yet for a benefit and a month (暂缓).
 *
 * @param enrolment the enrolment that waits for the decision, or null when the person is not enrolled
 * @param missingZh what is missing, one sentence a line, in Chinese
 * @param missingEn the same in English
 * @param decision a named person's, or null while it waits
 */
public record Hold(
        UUID id,
        ElderId elder,
        String benefit,
        YearMonth month,
        Place place,
        @Nullable UUID enrolment,
        String missingZh,
        String missingEn,
        @Nullable Decision decision) {

    /** What a named person decided until it is known. */
    public enum Choice {
        /** Paid on as last decided (照发). */
        PAY_ON,
        /** Not paid until it is known (暂缓). */
        HOLD
    }

    /** Who decided, when, why. */
    public record Decision(Choice choice, String by, Instant at, String reason) {}
}
