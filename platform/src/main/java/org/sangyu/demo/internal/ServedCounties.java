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

/** The counties for which there are standards: those with a pack of their own, and those of a city with one. */
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

    /** Counties in the order of their codes; drafts make nobody served. */
    List<PlaceInfo> list() {
        Set<PlaceInfo> counties = new LinkedHashSet<>();
        PackSet all = PackSet.read(packs);
        for (Pack pack : all.packs()) {
            if (!pack.draft() && pack.region().length() >= CITY_DIGITS && givesAmounts(all, pack)) {
                regions.findByCode(pack.region(), LocalDate.now(clock))
                        .ifPresent(place -> counties.addAll(under(place)));
            }
        }
        return new ArrayList<>(counties);
    }

    /** A layer that only stands between others serves nobody by itself. */
    private static boolean givesAmounts(PackSet all, Pack pack) {
        RegionCode region = RegionCode.of(pack.region());
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
