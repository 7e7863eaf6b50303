package org.sangyu.access.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;

/**
 * An organisation as the security administrator sees it.
 *
 * @param department code of the department; empty for a facility or a provider
 * @param to first day on which it no longer is; null while it has no end
 * @param desks how many desks are held in it today and later
 */
public record OrganisationEntry(
        UUID id,
        Organisation.Kind kind,
        String name,
        Place place,
        String department,
        LocalDate from,
        @Nullable LocalDate to,
        int desks) {

    /** True from its end on. */
    public boolean isOver(LocalDate today) {
        return to != null && !to.isAfter(today);
    }
}
