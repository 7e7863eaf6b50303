package org.sangyu.registry.internal.intake.read;

import java.util.List;
import java.util.Optional;
import org.sangyu.shared.Place;

/** Finds the village a row names, among those the desk answers for. */
public interface Locator {

    /** The village from up to three cells; the village's cell may hold the whole address from the county on. */
    Located find(String county, String township, String village);

    /** The village in whose name an address begins, looked for in the township of registration first. */
    Optional<Place> ofAddress(Place registered, String address);

    /**
     * Where a row says the person belongs: exactly one village, or the township only because the village is not
     * known, or refused.
     */
    sealed interface Located {}

    /** The one village. */
    record At(Place village) implements Located {}

    /** The township is sure, the village written as {@code written} is not; candidates may be none. */
    record TownshipOnly(Place township, String written, List<Place> candidates) implements Located {}

    /** Nothing to go by; {@code why} and arguments as in {@link Reading.Wrong}. */
    record Nowhere(String why, List<String> arguments) implements Located {}
}
