package org.sangyu.registry.internal.intake.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/**
 * Finds villages by the names clerks write, with or without 村委会, 居委会, 社区; built once for an import, in memory.
 *
 * <p>Knows only the places it was given: those the desk answers for.
 */
public final class PlaceIndex {

    private static final Pattern COMMITTEE = Pattern.compile("(村民委员会|居民委员会|社区居委会|村委会|居委会|家委会|管委会|委员会|人民政府|办事处)$");
    private static final Pattern KIND = Pattern.compile("(社区|街道|地区|[村屯寨镇乡县区市])$");
    private static final Pattern GROUP = Pattern.compile("(第?[\\d一二三四五六七八九十]+(组|队|号|社).*)$");

    private final Map<PlaceLevel, Names> byLevel = new HashMap<>();
    private final Map<Place, String> names = new HashMap<>();

    /**
     * A place and its official name.
     *
     * @param place its path
     * @param name as in the tree of places
     */
    public record Named(Place place, String name) {}

    /**
     * Where a row says the person belongs.
     *
     * <p>Exactly one village, or the township only because the village is not known, or refused.
     */
    public sealed interface Located {

        /** The one village. */
        record At(Place village) implements Located {}

        /** The township is sure, the village written as {@code written} is not; candidates may be none. */
        record TownshipOnly(Place township, String written, List<Place> candidates) implements Located {}

        /** Nothing to go by; {@code why} and arguments as in {@link Reading.Wrong}. */
        record Nowhere(String why, List<String> arguments) implements Located {}
    }

    /** Indexes counties, townships and villages; other levels are left out. */
    public PlaceIndex(Collection<Named> places) {
        for (PlaceLevel level : List.of(PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP, PlaceLevel.VILLAGE)) {
            byLevel.put(level, new Names());
        }
        for (Named named : places) {
            names.put(named.place(), named.name());
            Names level = byLevel.get(named.place().level());
            if (level != null) {
                level.add(named);
            }
        }
    }

    /**
     * Finds the village from up to three cells; the village's cell may hold the whole address from the county on.
     *
     * @param within the desk's place: a lone village name is looked for below it
     */
    public Located find(Place within, String county, String township, String village) {
        Place above = within;
        if (!county.isEmpty() && above.level().compareTo(PlaceLevel.COUNTY) < 0) {
            List<Place> found = at(PlaceLevel.COUNTY).find(county, above);
            if (found.size() != 1) {
                return nowhere("countyUnknown", county);
            }
            above = found.getFirst();
        }
        if (!township.isEmpty() && above.level().compareTo(PlaceLevel.TOWNSHIP) < 0) {
            List<Place> found = at(PlaceLevel.TOWNSHIP).find(township, above);
            if (found.size() != 1) {
                return nowhere(found.isEmpty() ? "townshipUnknown" : "townshipTwice", township);
            }
            above = found.getFirst();
        }
        return below(above, village);
    }

    /** The village of the township with whose name the address begins, if exactly one does. */
    public Optional<Place> beginsWithVillage(Place township, String address) {
        return at(PlaceLevel.VILLAGE)
                .longestIn(Lexicon.key(address), township)
                .filter(prefix -> prefix.at() == 0)
                .map(Names.Prefix::place);
    }

    private Located below(Place above, String village) {
        if (above.level() == PlaceLevel.VILLAGE) {
            return new Located.At(above);
        }
        if (village.isEmpty()) {
            return above.level() == PlaceLevel.TOWNSHIP
                    ? new Located.TownshipOnly(above, "", List.of())
                    : nowhere("placeMissing");
        }
        List<Place> found = at(PlaceLevel.VILLAGE).find(village, above);
        if (found.size() == 1) {
            return new Located.At(found.getFirst());
        }
        if (found.size() > 1) {
            return above.level() == PlaceLevel.TOWNSHIP
                    ? new Located.TownshipOnly(above, village, found)
                    : nowhere("villageTwice", village, townships(found));
        }
        return peel(above, village);
    }

    /** The cell may begin with names of upper places: takes them off one by one. */
    private Located peel(Place above, String address) {
        String text = Lexicon.key(address);
        PlaceLevel next = null;
        for (PlaceLevel level : List.of(PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP)) {
            Optional<Names.Prefix> prefix = at(level).longestIn(text, above);
            if (prefix.isPresent() && above.contains(prefix.get().place())) {
                above = prefix.get().place();
                text = text.substring(prefix.get().end());
                next = level;
            }
        }
        if (next == null) {
            return above.level() == PlaceLevel.TOWNSHIP
                    ? new Located.TownshipOnly(above, address, List.of())
                    : nowhere("villageUnknown", address);
        }
        String rest = GROUP.matcher(text).replaceFirst("");
        if (rest.isEmpty()) {
            return below(above, "");
        }
        List<Place> found = at(PlaceLevel.VILLAGE).find(rest, above);
        if (found.size() != 1) {
            Optional<Names.Prefix> prefix = at(PlaceLevel.VILLAGE).longestIn(rest, above);
            found = prefix.isPresent() && prefix.get().at() == 0
                    ? List.of(prefix.get().place())
                    : found;
        }
        if (found.size() == 1) {
            return new Located.At(found.getFirst());
        }
        return above.level() == PlaceLevel.TOWNSHIP
                ? new Located.TownshipOnly(above, address, found)
                : nowhere("villageUnknown", address);
    }

    private String townships(List<Place> villages) {
        return String.join(
                "、",
                villages.stream()
                        .map(village -> names.getOrDefault(village.at(PlaceLevel.TOWNSHIP), ""))
                        .distinct()
                        .toList());
    }

    private Names at(PlaceLevel level) {
        Names found = byLevel.get(level);
        if (found == null) {
            throw new IllegalArgumentException("not indexed: " + level);
        }
        return found;
    }

    private static Located nowhere(String why, String... arguments) {
        return new Located.Nowhere(why, List.of(arguments));
    }

    /** Name without the committee, with its kind: 东张村民委员会 and 东张村委会 are 东张村. */
    static String full(String name) {
        String key = Lexicon.key(name).replaceAll("[*.。]", "");
        String bare = COMMITTEE.matcher(key).replaceFirst("");
        if (bare.length() < key.length() && key.matches(".*村(民委员会|委会)$") && !bare.endsWith("村")) {
            return bare + "村";
        }
        return bare.isEmpty() ? key : bare;
    }

    /** Name without committee and kind; names of one character keep their kind. */
    static String core(String name) {
        String full = full(name);
        String bare = KIND.matcher(full).replaceFirst("");
        return bare.length() > 1 ? bare : full;
    }

    /** Names of one level, by the full form first and by the core only where no full one fits. */
    private static final class Names {

        private final Map<String, List<Place>> byFull = new HashMap<>();
        private final Map<String, List<Place>> byCore = new HashMap<>();

        record Prefix(Place place, int at, int end) {}

        void add(Named named) {
            byFull.computeIfAbsent(full(named.name()), name -> new ArrayList<>())
                    .add(named.place());
            byCore.computeIfAbsent(core(named.name()), name -> new ArrayList<>())
                    .add(named.place());
        }

        List<Place> find(String written, Place above) {
            List<Place> exact = inside(byFull.get(full(written)), above);
            return exact.isEmpty() ? inside(byCore.get(core(written)), above) : exact;
        }

        private static List<Place> inside(@org.jspecify.annotations.Nullable List<Place> found, Place above) {
            return found == null
                    ? List.of()
                    : found.stream().filter(above::contains).toList();
        }

        /** The longest full name that stands in the text; leftmost among equals. */
        Optional<Prefix> longestIn(String text, Place above) {
            for (int length = text.length(); length > 1; length--) {
                for (int start = 0; start + length <= text.length(); start++) {
                    List<Place> found = inside(byFull.get(text.substring(start, start + length)), above);
                    if (found.size() == 1) {
                        return Optional.of(new Prefix(found.getFirst(), start, start + length));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
