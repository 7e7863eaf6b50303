package org.sangyu.shared;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Desks to which elders can be assigned; implemented by {@code access}. */
public interface VisitingDesks {

    /** Visitors and assessors who work in the place, or in one that holds it, by name; at most so many. */
    List<VisitingDesk> in(Place place, int limit);

    /** Which of these desks count today; the others were taken back. */
    Set<UUID> held(Collection<UUID> desks);

    /**
     * One of them.
     *
     * @param id the desk
     * @param account the sign-in name
     * @param person whose desk it is
     * @param last its last day; null while it has none
     */
    record VisitingDesk(
            UUID id,
            String account,
            String person,
            Role role,
            Place place,
            @Nullable LocalDate last) {}
}
