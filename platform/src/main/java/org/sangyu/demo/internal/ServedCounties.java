package org.sangyu.demo.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.PlaceLevel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The counties that a pack speaks of: those with one of their own, and those of a city with one. */
@Component
class ServedCounties {

    private static final int MOST = 500;
    private static final int CITY_DIGITS = 4;

    private final Regions regions;
    private final Path packs;
    private final Clock clock;

    ServedCounties(Regions regions, @Value("${sangyu.packs:packs}") Path packs, Clock clock) {
        this.regions = regions;
        this.packs = packs;
        this.clock = clock;
    }

    /** In the order of {@link #codes}, a city's counties in that of their codes. */
    List<PlaceInfo> list() {
        Set<PlaceInfo> counties = new LinkedHashSet<>();
        for (String code : codes(PackSet.read(packs))) {
            regions.findByCode(code, LocalDate.now(clock)).ifPresent(place -> counties.addAll(under(place)));
        }
        return new ArrayList<>(counties);
    }

    /**
     * Those whose standards are in force come first, each part in the order of its codes. A draft or a pack without
     * amounts has people too: what they could have is then a question that the pages leave open.
     */
    static List<String> codes(PackSet all) {
        List<String> paying = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Pack pack : all.packs()) {
            if (pack.region().length() >= CITY_DIGITS && givesAmounts(all, pack)) {
                paying.add(pack.region());
            } else if (pack.region().length() >= CITY_DIGITS && isLowest(all, pack)) {
                others.add(pack.region());
            }
        }
        paying.addAll(others);
        return paying;
    }

    private static boolean isLowest(PackSet all, Pack pack) {
        return all.packs().stream()
                .noneMatch(other -> !other.equals(pack) && other.region().startsWith(pack.region()));
    }

    /** A layer that only stands between others serves nobody by itself. */
    private static boolean givesAmounts(PackSet all, Pack pack) {
        RegionCode region = RegionCode.of(pack.region());
        if (pack.draft()) {
            return false;
        }
        return all.benefits().stream()
                .flatMap(benefit -> all.policy(region, benefit.id(), false).stream())
                .flatMap(policy -> policy.amount().stream())
                .anyMatch(amount -> amount.pack().equals(pack));
    }

    private List<PlaceInfo> under(PlaceInfo place) {
        if (place.place().level() == PlaceLevel.COUNTY) {
            return List.of(place);
        }
        return regions.children(place.place(), 0, MOST);
    }
}
