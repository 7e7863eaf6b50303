package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a recovery case.
 *
 * @param kind INSTALMENT (agreed), REPAID (received), WRITE_OFF (asked for; counts once approved)
 * @param document receipt or approving paper
 * @param approvedName who approved a write-off, or null while it waits
 */
public record RecoveryEntry(
        UUID id,
        Kind kind,
        long fen,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate onDay,
        String document,
        String proposedBy,
        String proposedName,
        @Nullable String approvedName) {

    /** What an entry is. */
    public enum Kind {
        INSTALMENT,
        REPAID,
        WRITE_OFF
    }
}
