package org.sangyu.regions.internal;

import java.util.List;
import java.util.Map;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.SearchSource;
import org.springframework.stereotype.Component;

/** Lets the one search box find the places of a desk. */
@Component
class PlaceSearch implements SearchSource {

    private final Regions regions;

    PlaceSearch(Regions regions) {
        this.regions = regions;
    }

    @Override
    public List<SearchHit> search(Scope scope, String text, int limit) {
        if (scope.lo().isEmpty() || !scope.hi().equals(scope.lo() + "~")) {
            return List.of();
        }
        List<PlaceInfo> found = regions.search(text, new Place(scope.lo()), limit);
        Map<Place, String> names =
                regions.fullNames(found.stream().map(PlaceInfo::place).toList());
        return found.stream()
                .map(place -> new SearchHit(
                        "regions.level." + place.place().level().name(),
                        place.name(),
                        names.getOrDefault(place.place(), ""),
                        "/places/" + place.id()))
                .toList();
    }
}
