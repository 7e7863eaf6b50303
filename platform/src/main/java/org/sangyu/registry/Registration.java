package org.sangyu.registry;

import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/** How registering a person ended. */
public sealed interface Registration {

    /** The record is open. */
    record Registered(ElderId elder) implements Registration {}

    /** A living person in the scope has this ID number already. */
    record AlreadyKnown(ElderId elder) implements Registration {}

    /** A living person whom this desk cannot see has this ID number already. */
    record KnownElsewhere() implements Registration {}

    /** Another county of this installation keeps the record, because the household is registered there. */
    record BelongsElsewhere(Place place) implements Registration {}

    /** Neither residence lies in the scope of the desk. */
    record OutsideScope() implements Registration {}
}
