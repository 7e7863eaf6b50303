package org.sangyu.benefits.web.cycle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.PlaceNames;
import org.sangyu.ui.Language;
import org.springframework.stereotype.Component;

/** Names of benefits and places as pages show them. */
@Component
class BenefitNames {

    private final CycleReader reader;
    private final PlaceNames places;

    BenefitNames(CycleReader reader, PlaceNames places) {
        this.reader = reader;
        this.places = places;
    }

    /** Names by id, in the fixed order of benefits. */
    Map<String, String> of(Place county, Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        reader.benefits(county)
                .forEach(one -> names.put(one.id(), language == Language.ZH ? one.nameZh() : one.nameEn()));
        return names;
    }

    /** Several names in one text. */
    String joined(Place county, Collection<String> ids, Language language) {
        Map<String, String> names = of(county, language);
        return ids.stream()
                .map(id -> names.getOrDefault(id, id))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    /** Township and village, as people say where somebody lives. */
    String townshipAndPlace(String path) {
        int township = PlaceLevel.TOWNSHIP.pathLength();
        return path.length() > township ? place(path.substring(0, township)) + " " + place(path) : place(path);
    }

    /** Name of a place by its path. */
    String place(String path) {
        return places.nameOf(new Place(path));
    }
}
