package org.sangyu.registry.internal.intake.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.regions.PlaceNames;
import org.sangyu.regions.VillageNames;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/**
 * Finds villages through the names that the tree of places knows; remembers what it found, since rosters repeat it.
 *
 * <p>Not for two threads.
 */
public final class VillageLocator implements Locator {

    private static final Pattern HOUSE = Pattern.compile("^(.+?(?:村民委员会|居民委员会|村委会|居委会|社区|村))(?!民|委|社区).*$");
    private static final Pattern COUNTY_KIND = Pattern.compile("(自治县|[县市区旗])$");
    private static final int SHORTEST = 2;

    private final Setup setup;
    private final Map<String, Located> found = new HashMap<>();

    /**
     * What is needed.
     *
     * @param within the desk's place
     * @param counties those in it, or the one it lies in
     * @param villages the names of a county
     * @param nameOf name of a place in it
     */
    public record Setup(
            Place within,
            List<Named> counties,
            Function<Place, VillageNames> villages,
            Function<Place, String> nameOf) {}

    /** A locator for one import. */
    public VillageLocator(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Located find(String county, String township, String village) {
        return found.computeIfAbsent(
                county + '\n' + township + '\n' + village, key -> locate(county, township, village));
    }

    @Override
    public Optional<Place> ofAddress(Place registered, String address) {
        if (registered.level().compareTo(PlaceLevel.TOWNSHIP) < 0) {
            return Optional.empty();
        }
        Matcher house = HOUSE.matcher(PlaceNames.clean(address));
        if (!house.matches()) {
            return Optional.empty();
        }
        Place township = registered.at(PlaceLevel.TOWNSHIP);
        String name = setup.nameOf().apply(township);
        return village(find(countyName(registered), name, house.group(1)))
                .or(() -> village(find("", "", house.group(1))));
    }

    private String countyName(Place place) {
        Place county = place.at(PlaceLevel.COUNTY);
        return setup.counties().stream()
                .filter(named -> named.place().equals(county))
                .map(Named::name)
                .findFirst()
                .orElse("");
    }

    private static Optional<Place> village(Located located) {
        return located instanceof At(Place place) ? Optional.of(place) : Optional.empty();
    }

    private Located locate(String county, String township, String village) {
        Place within = setup.within();
        boolean blank = PlaceNames.clean(county + township + village).isEmpty();
        if (within.level() == PlaceLevel.VILLAGE && blank) {
            return new At(within);
        }
        List<Named> counties = counties(county);
        if (counties.isEmpty()) {
            return nowhere("countyUnknown", county);
        }
        String inTownship = PlaceNames.clean(township).isEmpty() && isBelow(within, PlaceLevel.COUNTY)
                ? setup.nameOf().apply(within.at(PlaceLevel.TOWNSHIP))
                : township;
        Located located = locate(counties, inTownship, village);
        return switch (located) {
            case At(Place place) when !within.contains(place) -> nowhere("placeOutside", village);
            case TownshipOnly(Place place, String written, List<Place> candidates)
            when !within.contains(place) && !place.contains(within) -> nowhere("placeOutside", township);
            default -> located;
        };
    }

    private static boolean isBelow(Place place, PlaceLevel level) {
        return place.level().compareTo(level) > 0;
    }

    private Located locate(List<Named> counties, String township, String village) {
        Set<Named> villages = new LinkedHashSet<>();
        Set<Place> townships = new LinkedHashSet<>();
        for (Named county : counties) {
            VillageNames names = setup.villages().apply(county.place());
            VillageNames.Resolved resolved = names.resolve(village, township);
            if (resolved instanceof VillageNames.Unknown) {
                Matcher house = HOUSE.matcher(PlaceNames.clean(village));
                resolved = house.matches() ? names.resolve(house.group(1), township) : resolved;
            }
            switch (resolved) {
                case VillageNames.Unique(Named one) -> villages.add(one);
                case VillageNames.Several(List<Named> several) -> villages.addAll(several);
                case VillageNames.Unknown unknown -> {
                    Place named = unknown.township();
                    if (named != null) {
                        townships.add(named);
                    }
                }
            }
        }
        return answer(villages, townships, township, village);
    }

    private Located answer(Set<Named> villages, Set<Place> townships, String township, String village) {
        if (villages.size() == 1) {
            return new At(villages.iterator().next().place());
        }
        Set<Place> above = new LinkedHashSet<>(townships);
        villages.forEach(named -> above.add(named.place().at(PlaceLevel.TOWNSHIP)));
        if (above.size() == 1) {
            List<Place> candidates = villages.stream().map(Named::place).toList();
            return new TownshipOnly(above.iterator().next(), village, candidates);
        }
        if (!villages.isEmpty()) {
            List<String> names = new ArrayList<>();
            above.forEach(place -> names.add(setup.nameOf().apply(place)));
            return nowhere("villageTwice", village, String.join("、", names));
        }
        if (above.size() > 1) {
            return nowhere("townshipTwice", township);
        }
        if (!PlaceNames.clean(township).isEmpty()) {
            return nowhere("townshipUnknown", township);
        }
        return PlaceNames.clean(village).isEmpty() ? nowhere("placeMissing") : nowhere("villageUnknown", village);
    }

    private List<Named> counties(String written) {
        String wanted = PlaceNames.clean(written);
        if (wanted.isEmpty() || setup.counties().size() == 1 && isBelow(setup.within(), PlaceLevel.CITY)) {
            return setup.counties();
        }
        List<Named> exact = setup.counties().stream()
                .filter(county -> wanted.endsWith(PlaceNames.clean(county.name())))
                .toList();
        return exact.isEmpty()
                ? setup.counties().stream()
                        .filter(county -> bare(county.name()).equals(bare(wanted)))
                        .toList()
                : exact;
    }

    private static String bare(String name) {
        String cut = COUNTY_KIND.matcher(PlaceNames.clean(name)).replaceFirst("");
        return cut.length() < SHORTEST ? PlaceNames.clean(name) : cut;
    }

    private static Located nowhere(String why, String... arguments) {
        return new Nowhere(why, List.of(arguments));
    }
}
