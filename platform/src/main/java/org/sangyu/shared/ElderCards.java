package org.sangyu.shared;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an elder is, in as few words as a greeting needs; implemented by {@code registry}. */
public interface ElderCards {

    /** The elder, or empty when unknown or outside the scope. */
    Optional<ElderCard> find(ElderId elder, Scope scope);

    /**
     * An elder's name and place.
     *
     * @param id whose
     * @param name full name
     * @param place where the registry files them, a village or the nearest level above that is known
     * @param born date of birth, or null when it is not known
     */
    record ElderCard(
            ElderId id, String name, Place place, @Nullable LocalDate born) {}
}
