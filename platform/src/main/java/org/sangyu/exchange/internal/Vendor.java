package org.sangyu.exchange.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;

/**
 * Somebody else's program that may ask.
 *
 * @param region official code inside which it may ask; null is everywhere
 * @param from first day
 * @param to first day no longer, null when open
 * @param revoked when its token was taken back; null while it counts
 * @param lastUsed to the minute; null before the first question
 * @param createdBy name of the administrator who let it in
 */
public record Vendor(
        UUID id,
        String name,
        @Nullable RegionCode region,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed,
        Instant created,
        String createdBy) {

    /** How it stands on a day. */
    public enum State {
        NOT_YET,
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /** Revoked outweighs the days. */
    public State state(LocalDate today) {
        if (revoked != null) {
            return State.REVOKED;
        }
        if (today.isBefore(from)) {
            return State.NOT_YET;
        }
        return to != null && !today.isBefore(to) ? State.EXPIRED : State.ACTIVE;
    }

    /** True when it may ask about this region. */
    public boolean mayAsk(RegionCode asked) {
        return Optional.ofNullable(region).map(asked::isWithin).orElse(true);
    }
}
