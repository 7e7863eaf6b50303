package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Category;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderFilter.AgeBand;
import org.sangyu.registry.ElderFilter.Life;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/**
 * A filter as SQL over an elder called {@code e}; several stand side by side in one statement under their own suffixes.
 *
 * <p>An unknown tag finds nobody.
 */
final class ElderConditions {

    private static final String BORN = "e.born_sort";

    private final FieldCipher cipher;
    private final LocalDate today;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    ElderConditions(FieldCipher cipher, LocalDate today) {
        this.cipher = cipher;
        this.today = today;
    }

    /** Values of all conditions made so far. */
    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** The scope narrowed by the filter's place. */
    static Scope narrowed(Scope scope, ElderFilter filter) {
        Place place = filter.place();
        return place == null ? scope : scope.within(place);
    }

    /** Conditions joined by {@code and}; parameter names end with the suffix. */
    String where(Scope scope, ElderFilter filter, String suffix) {
        List<String> all = new ArrayList<>();
        place(narrowed(scope, filter), suffix, all);
        return where(scope, filter, suffix, all);
    }

    /**
     * As {@link #where}, the place as a range only: a list in the order of places then reads its first rows from the index.
     * With the county's name beside it the planner takes the two for independent, finds next to nobody there, and sorts
     * the whole county.
     */
    String whereInOrder(Scope scope, ElderFilter filter, String suffix) {
        List<String> all = new ArrayList<>();
        all.add("e.place >= :lo" + suffix + " and e.place < :hi" + suffix);
        parameters.put("lo" + suffix, narrowed(scope, filter).lo());
        parameters.put("hi" + suffix, narrowed(scope, filter).hi());
        return where(scope, filter, suffix, all);
    }

    private String where(Scope scope, ElderFilter filter, String suffix, List<String> all) {
        Scope narrow = narrowed(scope, filter);
        all.add(filter.life() == Life.LIVING ? "e.died is null" : "e.died is not null");
        AgeBand age = filter.age();
        if (age != null) {
            all.add(BORN + " <= :young" + suffix + " and " + BORN + " > :old" + suffix);
            parameters.put("young" + suffix, today.minusYears(age.from()));
            parameters.put("old" + suffix, today.minusYears(age.to()));
        }
        if (filter.tag() != null) {
            all.add(tag(filter.tag(), narrow, suffix));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            all.add(text(SearchText.of(filter.text()), narrow, suffix));
        }
        return String.join(" and ", all);
    }

    private void place(Scope narrow, String suffix, List<String> all) {
        parameters.put("lo" + suffix, narrow.lo());
        parameters.put("hi" + suffix, narrow.hi());
        if (!narrow.people().isEmpty()) {
            all.add("(e.place >= :lo" + suffix + " and e.place < :hi" + suffix + " or e.id = any(cast(:people" + suffix
                    + " as uuid[])))");
            parameters.put("people" + suffix, ScopeSql.people(narrow));
            return;
        }
        if (!ScopeSql.isCounty(narrow)) {
            all.add("e.place >= :lo" + suffix + " and e.place < :hi" + suffix);
        }
        String county = ScopeSql.county(narrow);
        if (county != null) {
            all.add("e.county = :county" + suffix);
            parameters.put("county" + suffix, county);
        }
    }

    /** The code stands in the statement itself, so that the planner knows how rare it is. */
    private String tag(String code, Scope narrow, String suffix) {
        Optional<Category> category = Category.find(code);
        if (category.isEmpty()) {
            return "false";
        }
        parameters.put("today" + suffix, today);
        return "e.id in (select f.elder from registry.tag_fact f where f.tag = '"
                + category.get().name() + "' and f.recorded_to = 'infinity' and f.valid_from <= :today" + suffix
                + " and f.valid_to > :today" + suffix
                + (narrow.people().isEmpty() ? " and f.place >= :lo" + suffix + " and f.place < :hi" + suffix : "")
                + ")";
    }

    private String text(SearchText text, Scope narrow, String suffix) {
        return switch (text) {
            case SearchText.Name name -> prefix(name.start(), "name", "name_key", suffix);
            case SearchText.Letters letters -> prefix(letters.start(), "pinyin", "initials", suffix);
            case SearchText.WholeId id -> {
                parameters.put(
                        "idx" + suffix,
                        cipher.blindIndex(Field.ID_NUMBER, id.number().value()));
                yield "e.id_idx = :idx" + suffix;
            }
            case SearchText.WholePhone phone -> {
                parameters.put("idx" + suffix, cipher.blindIndex(Field.PHONE, phone.digits()));
                yield "e.phone_idx = :idx" + suffix;
            }
            case SearchText.LastFour four -> lastFour(four.four(), ScopeSql.county(narrow), suffix);
            case SearchText.Nothing nothing -> "false";
        };
    }

    private String lastFour(String four, @Nullable String county, String suffix) {
        if (county == null) {
            return "false";
        }
        parameters.put("id4" + suffix, cipher.blindIndexOfLastFour(Field.ID_NUMBER, four, new Place(county)));
        parameters.put("phone4" + suffix, cipher.blindIndexOfLastFour(Field.PHONE, four, new Place(county)));
        return "(e.id4_idx = :id4" + suffix + " or e.phone4_idx = :phone4" + suffix + ")";
    }

    private String prefix(String start, String first, String second, String suffix) {
        parameters.put("start" + suffix, start);
        parameters.put("end" + suffix, start + ElderSearch.LAST);
        String range = "e.%1$s >= :start%2$s and e.%1$s < :end%2$s";
        return "(" + range.formatted(first, suffix) + " or " + range.formatted(second, suffix) + ")";
    }
}
