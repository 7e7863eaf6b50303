package org.sangyu.access.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

/**
 * One desk given to an account, as stored.
 *
 * @param covers the person whose desk it is when it was lent (代班); null for one's own
 */
record Grant(
        UUID id,
        String account,
        String person,
        Role role,
        Place place,
        @Nullable UUID elder,
        @Nullable String covers) {

    /** A desk of one's own. */
    Grant(UUID id, String account, String person, Role role, Place place, @Nullable UUID elder) {
        this(id, account, person, role, place, elder, null);
    }

    /** An elder's desk sees that one person and no place; all others see their whole place. */
    Desk desk() {
        return elder == null
                ? Desk.of(account, person, role, place)
                : new Desk(account, person, role, place, Scope.of(List.of(new ElderId(elder))));
    }
}
