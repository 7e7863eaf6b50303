package org.sangyu.access.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

/**
 * One desk given to an account, as stored.
 *
 * @param covers the person whose desk it is when it was lent (代班); null for one's own
 * @param organisation in whose name it is held; null for the office's own
 * @param assigned the people assigned to it today, for a desk that sees nobody else
 */
record Grant(
        UUID id,
        String account,
        String person,
        Role role,
        Place place,
        @Nullable UUID elder,
        @Nullable String covers,
        @Nullable Organisation organisation,
        List<ElderId> assigned) {

    /** A desk of one's own. */
    Grant(UUID id, String account, String person, Role role, Place place, @Nullable UUID elder) {
        this(id, account, person, role, place, elder, null, null, List.of());
    }

    /** A desk of one's own in an organisation. */
    static Grant in(OrganisationEntry one, Grant of) {
        Organisation organisation = new Organisation(one.id(), one.kind(), one.name(), one.department(), Set.of());
        return new Grant(
                of.id(), of.account(), of.person(), of.role(), of.place(), null, null, organisation, List.of());
    }

    /** The same with the people assigned to it. */
    Grant with(List<ElderId> people) {
        return new Grant(id, account, person, role, place, elder, covers, organisation, people);
    }

    /** An elder's desk sees that one person, a visitor's those assigned, and no place; all others see their whole place. */
    Desk desk() {
        Scope scope = elder != null
                ? Scope.of(List.of(new ElderId(elder)))
                : role.isAssigned() ? Scope.of(assigned) : Scope.of(place);
        return new Desk(account, person, role, place, scope, organisation);
    }
}
