package org.sangyu.registry.web.compare;

import java.util.EnumSet;
import java.util.Set;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.shared.Role;

/** Which desks are shown which form; the core refuses the others anyway. */
final class CompareRights {

    private static final Set<Role> LOOK = EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private CompareRights() {}

    static boolean mayHandIn(Role role) {
        return role == Role.COUNTY_CLERK;
    }

    static boolean mayLook(Role role) {
        return LOOK.contains(role);
    }

    /** Who it is and which of two days counts is decided by the county. */
    static boolean mayAnswer(Role role, Compared row) {
        return row.state() == Compared.State.OPEN && (isOfCounty(row) ? mayHandIn(role) : mayLook(role));
    }

    static boolean isOfCounty(Compared row) {
        return row.outcome() == Compared.Outcome.ALIKE || row.outcome() == Compared.Outcome.CONFLICT;
    }
}
