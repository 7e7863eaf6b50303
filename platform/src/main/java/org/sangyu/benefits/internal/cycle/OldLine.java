package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of this person and benefit that stands in the books already.
 *
 * @param movable true while nothing has been sent for it: it belongs to this cycle, or comes back from an earlier one
 * @param here true when it stands in this cycle
 * @param refusedAt when the bank refused it last, or null
 */
record OldLine(
        UUID id,
        DuePeriod period,
        LineKind kind,
        long fen,
        @Nullable String hold,
        boolean movable,
        boolean here,
        @Nullable Instant refusedAt) {}
