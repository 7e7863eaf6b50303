package org.sangyu.benefits.internal.enrolment;

import org.sangyu.registry.FactsRecorded;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears that facts were recorded and follows the enrolled people among them.
 *
 * <p>Works for the whole installation, because somebody who moved lies in another county's scope. The same event twice
 * finds nothing more to do.
 */
@Component
class RegistryListener {

    /** Nobody's desk: what follows from a fact by itself is signed by the system. */
    private static final Desk SYSTEM = Desk.of("system", "系统", Role.ADMINISTRATOR, Place.NATION);

    private final FollowPeople follow;

    RegistryListener(FollowPeople follow) {
        this.follow = follow;
    }

    @ApplicationModuleListener
    void on(FactsRecorded event) {
        KillPoint.at("enrolment.facts-recorded");
        CurrentDesk.run(SYSTEM, () -> follow.run(event.at()));
    }
}
