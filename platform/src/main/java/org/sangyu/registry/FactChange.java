package org.sangyu.registry;

import java.util.UUID;
import org.sangyu.shared.Place;

/** How a change of one fact ended. */
public sealed interface FactChange {

    /** It stands; the elder's version after it. */
    record Done(UUID fact, long version) implements FactChange {}

    /** Somebody else changed this person since the form was opened; nothing was done. */
    record Stale(long version) implements FactChange {}

    /** The same source already says something of this kind from the same day: correct that instead. */
    record SameStart() implements FactChange {}

    /** A living person has this ID number already. */
    record IdNumberTaken() implements FactChange {}

    /** The day lies before birth or after death, or in the future where that cannot be. */
    record ImpossibleDay() implements FactChange {}

    /** The person would belong to a place outside every county that this installation serves. */
    record OutsideInstallation(Place place) implements FactChange {}

    /** The fact is gone: corrected or withdrawn by somebody else. */
    record Gone() implements FactChange {}
}
