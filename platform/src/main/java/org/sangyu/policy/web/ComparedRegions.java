package org.sangyu.policy.web;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.Place;

/**
 * Regions whose standards can be laid side by side: those with a pack that nobody below refines, and those for which
 * this installation entered values of its own.
 */
final class ComparedRegions {

    private ComparedRegions() {}

    /**
     * One region.
     *
     * @param key digits of its code, lasting name in addresses
     * @param draft whether its own documents are drafts; they are shown and marked
     * @param id of the place, null where the tree has none
     */
    record Region(
            String key,
            RegionCode code,
            String name,
            boolean draft,
            @org.jspecify.annotations.Nullable Long id) {

        /** Its policy pages; empty where the tree does not know it. */
        String href(String path) {
            return id == null ? "" : path + "?region=" + id;
        }

        /** True when the region is the place or lies around it. */
        boolean holds(RegionCode other) {
            return other.isWithin(code);
        }
    }

    /** All, in the order of their codes. */
    static List<Region> of(PackSet packs, RegionCodes codes, String language) {
        List<Region> regions = new ArrayList<>();
        for (Pack pack : packs.packs()) {
            if (!pack.region().isEmpty()
                    && regions.stream().noneMatch(one -> one.key().equals(pack.region()))) {
                if (pack.installation() || isLeaf(packs, pack)) {
                    regions.add(region(pack, codes, language));
                }
            }
        }
        regions.sort(java.util.Comparator.comparing(Region::key));
        return List.copyOf(regions);
    }

    private static boolean isLeaf(PackSet packs, Pack pack) {
        return packs.packs().stream()
                .filter(other -> !other.installation())
                .noneMatch(other -> other.region().length() > pack.region().length()
                        && other.region().startsWith(pack.region()));
    }

    private static Region region(Pack pack, RegionCodes codes, String language) {
        PlaceInfo place = codes.find(pack.region()).orElse(null);
        return new Region(
                pack.region(),
                RegionCode.of(pack.region()),
                pack.name().in(language),
                pack.draft(),
                place == null ? null : place.id());
    }

    /** The region that speaks for a place: the nearest around it, else the first. */
    static Region nearest(List<Region> regions, RegionCodes codes, Place place) {
        RegionCode here = codes.of(place);
        return regions.stream()
                .filter(region -> region.holds(here))
                .max(java.util.Comparator.comparingInt(region -> region.key().length()))
                .orElse(regions.getFirst());
    }
}
