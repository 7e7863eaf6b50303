package org.sangyu.registry.web;

import java.util.EnumSet;
import java.util.Set;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;

/** Which desks are shown the buttons that change a record; the access module refuses the others anyway. */
final class Rights {

    private static final Set<Role> CHANGE =
            EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK, Role.COUNTY_REVIEWER);

    private static final Set<Role> IMPORT = EnumSet.of(Role.TOWNSHIP, Role.COUNTY_CLERK);

    private Rights() {}

    static boolean mayChange(Desk desk) {
        return CHANGE.contains(desk.role());
    }

    /** Who gives elders to visitors and assessors. */
    static boolean mayAssign(Desk desk) {
        return IMPORT.contains(desk.role());
    }

    static boolean mayImport(Desk desk) {
        return IMPORT.contains(desk.role());
    }
}
