package org.sangyu.registry.internal.assign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Role;

/**
 * An elder given to a visitor or an assessor.
 *
 * @param desk to which the elder is assigned
 * @param person who works there
 * @param from first day
 * @param to first day no longer; null while it has no end
 * @param held false when the desk was taken back, which ends it too
 */
public record Assignment(
        UUID id,
        UUID desk,
        String person,
        Role role,
        LocalDate from,
        @Nullable LocalDate to,
        boolean held) {

    /** True while it counts, or will. */
    public boolean isOpen(LocalDate today) {
        return held && (to == null || to.isAfter(today));
    }
}
