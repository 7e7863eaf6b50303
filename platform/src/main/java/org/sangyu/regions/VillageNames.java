package org.sangyu.regions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/**
 * Resolves what a clerk types for a village, inside one county: with or without 村委会, 居委会, 社区, padded with blanks,
 * with the township in front or in a column of its own, with the county's name before it all.
 *
 * <p>Pure and unchanging; safe from any thread. Never guesses: several that fit equally well are handed back all.
 */
public final class VillageNames {

    private static final int EXACT = 4;
    private static final int SAME_NAME = 2;
    private static final int SAME_KIND = 1;

    private final List<String> above;
    private final Map<String, Set<Place>> townshipsByForm = new HashMap<>();
    private final Map<String, List<Named>> villagesByCore = new HashMap<>();
    private final Map<String, List<Former>> formerByCore = new HashMap<>();

    /** Prepares a county in which nothing ever changed. */
    public VillageNames(Collection<String> above, Collection<Named> places) {
        this(above, places, List.of());
    }

    /**
     * Prepares a county.
     *
     * @param above names of the county and the places above it, which may stand before a village
     * @param places its townships and villages
     * @param former what they were called, and which township they lay in, before; the present name goes before
     */
    public VillageNames(Collection<String> above, Collection<Named> places, Collection<Former> former) {
        this.above = above.stream()
                .flatMap(name -> PlaceNames.forms(name).stream())
                .sorted((left, right) -> right.length() - left.length())
                .toList();
        for (Named named : places) {
            if (named.place().level() == PlaceLevel.TOWNSHIP) {
                PlaceNames.forms(named.name())
                        .forEach(form -> townshipsByForm
                                .computeIfAbsent(form, key -> new LinkedHashSet<>())
                                .add(named.place()));
            } else {
                villagesByCore
                        .computeIfAbsent(PlaceNames.core(named.name()), key -> new ArrayList<>())
                        .add(named);
            }
        }
        Set<String> present = Set.copyOf(townshipsByForm.keySet());
        former.forEach(one -> add(one, present));
    }

    /** Rosters go on naming a place as it was called before; a name that a place bears now is that place's. */
    private void add(Former former, Set<String> present) {
        String township = former.townshipName();
        if (township != null) {
            PlaceNames.forms(township).stream()
                    .filter(form -> !present.contains(form))
                    .forEach(form -> townshipsByForm
                            .computeIfAbsent(form, key -> new LinkedHashSet<>())
                            .add(former.now().place().at(PlaceLevel.TOWNSHIP)));
        }
        if (former.now().place().level() == PlaceLevel.VILLAGE) {
            formerByCore
                    .computeIfAbsent(PlaceNames.core(former.name()), key -> new ArrayList<>())
                    .add(former);
        }
    }

    /** A place and its present name. */
    public record Named(Place place, String name) {}

    /**
     * A former name, or a former place in the tree, of a township or village that exists.
     *
     * @param name its name then
     * @param now the place today
     * @param township today's path of the township in which a village lay then; null when that is no more
     * @param townshipName name of that township then, or of the township itself
     */
    public record Former(
            String name,
            Named now,
            @Nullable Place township,
            @Nullable String townshipName) {}

    /** What came of a text. */
    public sealed interface Resolved {}

    /** Exactly this village. */
    public record Unique(Named village) implements Resolved {}

    /** These fit equally well: a person must choose. */
    public record Several(List<Named> villages) implements Resolved {}

    /**
     * No village fits.
     *
     * @param township the township that was named, when that much is sure: the row can be parked there
     */
    public record Unknown(@Nullable Place township) implements Resolved {}

    /** Resolves a text that may hold the township in front. */
    public Resolved resolve(String text) {
        return resolve(text, "");
    }

    /**
     * Resolves a village's text with its township in another column.
     *
     * @param township as typed; blank when there is no such column
     */
    public Resolved resolve(String text, String township) {
        Set<Place> inside = null;
        if (!PlaceNames.clean(township).isEmpty()) {
            inside = variants(PlaceNames.clean(township)).stream()
                    .map(form -> townshipsByForm.getOrDefault(form, Set.of()))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(Set.of());
            if (inside.isEmpty()) {
                return new Unknown(null);
            }
        }
        Resolved unknown = new Unknown(null);
        for (String wanted : variants(PlaceNames.clean(text))) {
            List<Named> direct = best(wanted, inside);
            Resolved resolved = direct.isEmpty() ? behindTownship(wanted, inside) : answer(direct);
            if (!(resolved instanceof Unknown(Place named))) {
                return resolved;
            }
            unknown = named == null ? unknown : resolved;
        }
        return unknown;
    }

    private Resolved behindTownship(String wanted, @Nullable Set<Place> inside) {
        Set<Place> townships = new LinkedHashSet<>();
        Set<Named> found = new LinkedHashSet<>();
        for (int end = wanted.length(); end > 0; end--) {
            Set<Place> here = new LinkedHashSet<>(townshipsByForm.getOrDefault(wanted.substring(0, end), Set.of()));
            if (inside != null) {
                here.retainAll(inside);
            }
            if (!here.isEmpty()) {
                townships.addAll(here);
                found.addAll(best(wanted.substring(end), here));
            }
        }
        if (!found.isEmpty()) {
            return answer(List.copyOf(found));
        }
        Set<Place> sure = townships.isEmpty() && inside != null ? inside : townships;
        return new Unknown(sure.size() == 1 ? sure.iterator().next() : null);
    }

    private static Resolved answer(List<Named> found) {
        return found.size() == 1 ? new Unique(found.getFirst()) : new Several(found);
    }

    private List<Named> best(String wanted, @Nullable Set<Place> townships) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        int highest = -1;
        List<Named> best = new ArrayList<>();
        for (Named village : villagesByCore.getOrDefault(PlaceNames.core(wanted), List.of())) {
            if (townships != null && !townships.contains(village.place().at(PlaceLevel.TOWNSHIP))) {
                continue;
            }
            int score = score(wanted, PlaceNames.clean(village.name()));
            if (score > highest) {
                highest = score;
                best.clear();
            }
            if (score == highest) {
                best.add(village);
            }
        }
        return best.isEmpty() ? formerly(wanted, townships) : best;
    }

    /** Villages that were called so, or lay in one of the townships, before. */
    private List<Named> formerly(String wanted, @Nullable Set<Place> townships) {
        return formerByCore.getOrDefault(PlaceNames.core(wanted), List.of()).stream()
                .filter(former -> townships == null
                        || townships.contains(former.now().place().at(PlaceLevel.TOWNSHIP))
                        || former.township() != null && townships.contains(former.township()))
                .map(Former::now)
                .distinct()
                .toList();
    }

    private static int score(String wanted, String name) {
        if (wanted.equals(name)) {
            return EXACT;
        }
        int same = PlaceNames.withoutCommittee(wanted).equals(PlaceNames.withoutCommittee(name)) ? SAME_NAME : 0;
        return PlaceNames.kind(wanted) == PlaceNames.kind(name) ? same + SAME_KIND : same;
    }

    /** The text as it is, then without what stands before it: county, city, province. */
    private Set<String> variants(String text) {
        Set<String> variants = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(text));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (variants.add(next)) {
                for (String name : above) {
                    if (next.length() > name.length() && next.startsWith(name)) {
                        open.add(next.substring(name.length()));
                    }
                }
            }
        }
        return variants;
    }
}
