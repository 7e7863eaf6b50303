package org.sangyu.shared;

import java.util.Optional;

/** Finds whom an ID number belongs to, for modules that may not read the register; implemented by {@code registry}. */
public interface ElderByNumber {

    /**
     * The person with that number inside the scope, the living before the dead.
     *
     * @param typed as typed, with 15 or 18 digits; anything else finds nobody
     */
    Optional<ElderId> find(String typed, Scope scope);
}
