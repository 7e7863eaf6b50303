package org.sangyu.policy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.PlacesChanged;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** From our places to the official codes by which packs know regions, and back to names; counties kept in memory. */
@Component
public class RegionCodes {

    private static final RegionCode NOWHERE = new RegionCode("00");

    private final Regions regions;
    private final Clock clock;
    private final Map<Place, RegionCode> known = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    RegionCodes(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The statistical code of the place, or of its county when it lies deeper; a place without one counts as the
     * nearest above it that has one, and the nation as a region that no pack knows.
     */
    public RegionCode of(Place place) {
        Place region = place.level().compareTo(PlaceLevel.COUNTY) > 0 ? place.at(PlaceLevel.COUNTY) : place;
        return known.computeIfAbsent(region, this::find);
    }

    /** The name of the place behind a code; the code itself when no place bears it. */
    public String name(RegionCode code) {
        return names.computeIfAbsent(
                code.digits(),
                digits -> find(digits)
                        .map(found -> regions.fullName(found.place()))
                        .orElse(digits));
    }

    /** The place behind a code. */
    public Optional<PlaceInfo> find(String digits) {
        return regions.findByCode(digits, LocalDate.now(clock));
    }

    private RegionCode find(Place place) {
        PlaceLevel[] levels = PlaceLevel.values();
        for (int level = place.level().ordinal(); level > 0; level--) {
            Optional<String> code = regions.code(place.at(levels[level]), CodeSystem.STAT_2023, LocalDate.now(clock));
            if (code.isPresent()) {
                return RegionCode.of(code.get());
            }
        }
        return NOWHERE;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PlacesChanged changed) {
        known.clear();
        names.clear();
    }
}
