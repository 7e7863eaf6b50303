package org.sangyu.registry.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;

/** Names places as a desk says them: below its own place without what everybody there knows, elsewhere in full. */
@Component
public final class PlaceTexts {

    private final Regions regions;

    PlaceTexts(Regions regions) {
        this.regions = regions;
    }

    /** Texts of many places at once. */
    public Map<Place, String> of(Collection<Place> places) {
        Place desk = CurrentDesk.get().place();
        Set<Place> steps = new HashSet<>();
        Set<Place> far = new HashSet<>();
        for (Place place : places) {
            if (isNear(place, desk)) {
                steps.addAll(stepsBelow(place, desk));
            } else {
                far.add(place);
            }
        }
        Map<Place, String> names = steps.isEmpty() ? Map.of() : regions.names(steps);
        Map<Place, String> full = far.isEmpty() ? Map.of() : regions.fullNames(far);
        Map<Place, String> texts = new HashMap<>();
        for (Place place : places) {
            texts.put(
                    place,
                    isNear(place, desk)
                            ? String.join(
                                    " ",
                                    stepsBelow(place, desk).stream()
                                            .map(step -> names.getOrDefault(step, step.path()))
                                            .toList())
                            : full.getOrDefault(place, place.path()));
        }
        return texts;
    }

    /** One place; nothing for null. */
    public String of(@Nullable Place place) {
        return place == null ? "" : of(List.of(place)).getOrDefault(place, place.path());
    }

    /** The full name, from the province down. */
    String full(@Nullable Place place) {
        return place == null ? "" : regions.fullName(place);
    }

    private static boolean isNear(Place place, Place desk) {
        return desk.contains(place);
    }

    /** The places between a desk's and this one, both named when the desk's is the village itself. */
    private static List<Place> stepsBelow(Place place, Place desk) {
        List<Place> steps = new java.util.ArrayList<>();
        for (PlaceLevel level : PlaceLevel.values()) {
            if (level.pathLength() > desk.path().length()
                    && level.pathLength() <= place.path().length()) {
                steps.add(place.at(level));
            }
        }
        return steps.isEmpty() ? List.of(place) : steps;
    }
}
