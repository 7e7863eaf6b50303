package org.sangyu.regions.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.FormerPath;
import org.sangyu.regions.PlaceCode;
import org.sangyu.regions.PlaceCounts;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.PlaceNames;
import org.sangyu.regions.PlacesChanged;
import org.sangyu.regions.Regions;
import org.sangyu.regions.VillageNames;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers from the tables, names and counties in use from memory; forgets all of it when places change, here at once, by
 * another process within two seconds.
 */
@Component
class StoredRegions implements Regions, org.sangyu.shared.PlaceNames {

    private static final int MOST_NAMES = 200_000;
    private static final int MOST_COUNTIES = 200;
    private static final int MOST_LISTS = 2_000;
    private static final int SHORT = 100;
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final PlaceRows rows;
    private final Map<String, PlaceRows.Title> titles = new ConcurrentHashMap<>();
    private final Map<Place, VillageNames> counties = new ConcurrentHashMap<>();
    private final Map<Part, List<PlaceInfo>> parts = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile Seen seen;

    StoredRegions(PlaceRows rows) {
        this.rows = rows;
        this.seen = new Seen(rows.stamp(), System.nanoTime());
    }

    /** How far changes of places were known, and when that was asked. */
    private record Seen(String stamp, long at) {}

    private void lookAround() {
        Seen last = seen;
        if (System.nanoTime() - last.at() > LOOK_AGAIN_NANOS) {
            seen = new Seen(last.stamp(), System.nanoTime());
            String stamp = rows.stamp();
            if (!stamp.equals(last.stamp())) {
                forget();
                seen = new Seen(stamp, System.nanoTime());
            }
        }
    }

    @Override
    public Optional<PlaceInfo> find(Place path) {
        return rows.find(path);
    }

    @Override
    public Optional<PlaceInfo> find(long id) {
        return rows.find(id);
    }

    @Override
    public Optional<PlaceInfo> findByCode(CodeSystem system, String code, LocalDate day) {
        return rows.findByCode(system, Codes.trimmed(code), day);
    }

    @Override
    public Optional<PlaceInfo> findByCode(String code, LocalDate day) {
        return EnumSet.allOf(CodeSystem.class).stream()
                .flatMap(system -> findByCode(system, code, day).stream())
                .findFirst();
    }

    @Override
    public List<PlaceCode> codes(long id) {
        return rows.codes(id);
    }

    @Override
    public Optional<String> code(Place place, CodeSystem system, LocalDate day) {
        return rows.find(place)
                .flatMap(found -> rows.codes(found.id()).stream()
                        .filter(code -> code.system() == system)
                        .filter(code -> code.from() == null || !code.from().isAfter(day))
                        .filter(code -> code.to() == null || code.to().isAfter(day))
                        .map(PlaceCode::code)
                        .findFirst());
    }

    @Override
    public List<PlaceInfo> children(Place parent, int offset, int limit) {
        lookAround();
        Part part = new Part(parent, offset, limit);
        List<PlaceInfo> known = parts.get(part);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        List<PlaceInfo> found = List.copyOf(rows.children(parent, offset, limit));
        if (!found.isEmpty() && limit <= SHORT) {
            if (parts.size() >= MOST_LISTS) {
                parts.clear();
            }
            parts.put(part, found);
            if (changes.get() != before) {
                parts.remove(part);
            }
        }
        return found;
    }

    @Override
    public Map<Place, PlaceCounts> counts(Collection<Place> places) {
        return rows.counts(places.stream().map(Place::path).toList());
    }

    @Override
    public List<FormerPath> history(long id) {
        return rows.history(id);
    }

    @Override
    public Map<Place, String> names(Collection<Place> places) {
        Map<String, PlaceRows.Title> known =
                titles(places.stream().map(Place::path).toList());
        Map<Place, String> names = new HashMap<>();
        for (Place place : places) {
            PlaceRows.Title title = known.get(place.path());
            if (title != null) {
                names.put(place, title.name());
            }
        }
        return names;
    }

    @Override
    public String nameOf(Place place) {
        return names(List.of(place)).getOrDefault(place, place.path());
    }

    @Override
    public Map<Place, String> fullNames(Collection<Place> places) {
        Set<String> wanted = new LinkedHashSet<>();
        places.forEach(place -> line(place).forEach(above -> wanted.add(above.path())));
        Map<String, PlaceRows.Title> known = titles(wanted);
        Map<Place, String> names = new LinkedHashMap<>();
        for (Place place : places) {
            if (known.containsKey(place.path())) {
                names.put(place, fullName(place, known));
            }
        }
        return names;
    }

    private static String fullName(Place place, Map<String, PlaceRows.Title> known) {
        List<String> parts = new ArrayList<>();
        for (Place above : line(place)) {
            PlaceRows.Title title = known.get(above.path());
            boolean asked = above.equals(place);
            if (title != null
                    && (asked || (title.titled() && above.level() != PlaceLevel.NATION))
                    && (parts.isEmpty() || !parts.getLast().equals(title.name()))) {
                parts.add(title.name());
            }
        }
        return String.join(" / ", parts);
    }

    /** The place and all above it, the nation first. */
    private static List<Place> line(Place place) {
        List<Place> line = new ArrayList<>();
        for (PlaceLevel level : PlaceLevel.values()) {
            if (level.pathLength() <= place.path().length()) {
                line.add(place.at(level));
            }
        }
        return line;
    }

    private Map<String, PlaceRows.Title> titles(Collection<String> paths) {
        lookAround();
        Map<String, PlaceRows.Title> known = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String path : paths) {
            PlaceRows.Title title = titles.get(path);
            if (title == null) {
                missing.add(path);
            } else {
                known.put(path, title);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, PlaceRows.Title> found = rows.titles(missing);
            if (titles.size() + found.size() > MOST_NAMES) {
                titles.clear();
            }
            titles.putAll(found);
            known.putAll(found);
        }
        return known;
    }

    @Override
    public List<PlaceInfo> search(String text, Place within, int limit) {
        String wanted = PlaceNames.clean(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.chars().allMatch(letter -> letter < 128)) {
            String letters = wanted.toLowerCase(Locale.ROOT);
            return rows.searchLetters(letters, within, limit);
        }
        return rows.searchName(wanted, within, limit);
    }

    @Override
    public VillageNames villages(Place county) {
        lookAround();
        VillageNames known = counties.get(county);
        if (known == null) {
            if (counties.size() >= MOST_COUNTIES) {
                counties.clear();
            }
            List<Place> line = line(county);
            known = new VillageNames(
                    names(line.subList(1, line.size())).values(), rows.below(county), rows.formerly(county));
            counties.put(county, known);
        }
        return known;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PlacesChanged changed) {
        forget();
    }

    private void forget() {
        changes.incrementAndGet();
        titles.clear();
        counties.clear();
        parts.clear();
    }

    /** A part of the list of what lies below a place. */
    private record Part(Place parent, int offset, int limit) {}
}
