package org.sangyu.regions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.shared.Place;

/** Finds and names places. A path that a place had formerly finds the place, with its present path. */
public interface Regions {

    /** The place that has or had this path. */
    Optional<PlaceInfo> find(Place path);

    /** The place with this id. */
    Optional<PlaceInfo> find(long id);

    /**
     * The place that bears an official code on a day.
     *
     * @param code 2, 4, 6, 9 or 12 digits; zeros that pad a code of a higher level are ignored
     */
    Optional<PlaceInfo> findByCode(CodeSystem system, String code, LocalDate day);

    /** As above in any system, statistical codes first. */
    Optional<PlaceInfo> findByCode(String code, LocalDate day);

    /** All codes of a place, those in use first. */
    List<PlaceCode> codes(long id);

    /** The code of a place on a day, or empty when it has none in that system. */
    Optional<String> code(Place place, CodeSystem system, LocalDate day);

    /** Existing places right below, in the order of the tree. */
    List<PlaceInfo> children(Place parent, int offset, int limit);

    /** How many places lie below each of these; places with nothing below are left out. */
    Map<Place, PlaceCounts> counts(Collection<Place> places);

    /** Where a place stood and what it was called over time, oldest first. */
    List<FormerPath> history(long id);

    /**
     * Names of many places at once, from a cache where possible; unknown paths are left out, former paths keep the
     * name of their time, so that frozen lists stay readable.
     */
    Map<Place, String> names(Collection<Place> places);

    /**
     * Full names, for example {@code 甲省 / 乙市 / 丙县 / 丁镇}, without the stand-ins such as 市辖区 and without a name
     * repeated; unknown paths are left out.
     */
    Map<Place, String> fullNames(Collection<Place> places);

    /** The full name of one place; its path when it is unknown. */
    default String fullName(Place place) {
        return fullNames(List.of(place)).getOrDefault(place, place.path());
    }

    /**
     * Existing places whose name, pinyin or initials begin with the text; higher levels first.
     *
     * @param within only inside this place
     * @param limit at most this many
     */
    List<PlaceInfo> search(String text, Place within, int limit);

    /** Villages and townships of a county, ready to resolve what clerks type; kept in memory while in use. */
    VillageNames villages(Place county);
}
