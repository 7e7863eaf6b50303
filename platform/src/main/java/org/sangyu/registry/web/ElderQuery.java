package org.sangyu.registry.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Category;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderFilter.AgeBand;
import org.sangyu.registry.ElderFilter.Life;
import org.sangyu.registry.ElderSort;
import org.sangyu.shared.Place;
import org.springframework.web.util.UriUtils;

/**
 * The list of elders as its address says it; what cannot be read narrows nothing.
 *
 * @param text what was typed into the list's search
 * @param place only here
 * @param tag only this category
 * @param age only this band
 * @param life living or died
 * @param sort as the address says it
 * @param columns which columns are shown besides the name, in the order of the list
 */
record ElderQuery(
        String text,
        @Nullable Place place,
        @Nullable Category tag,
        @Nullable AgeBand age,
        Life life,
        String sort,
        List<String> columns) {

    /** Every column that may be shown besides the name. */
    static final List<String> COLUMNS = List.of("sex", "age", "born", "place", "id", "phone", "tags");

    /** Begins the name of a box of the form in which columns are chosen. */
    private static final String BOX = "c-";

    private static final int LONGEST = 80;
    private static final int FEW_DIGITS = 4;
    private static final Map<String, ElderSort> SORTS = Map.of(
            "place", ElderSort.PLACE,
            "-place", ElderSort.PLACE_DOWN,
            "name", ElderSort.NAME,
            "-name", ElderSort.NAME_DOWN,
            "-age", ElderSort.OLDEST,
            "age", ElderSort.YOUNGEST,
            "born", ElderSort.OLDEST,
            "-born", ElderSort.YOUNGEST);

    static ElderQuery of(Map<String, String> parameters) {
        String text = parameters.getOrDefault("q", "").strip();
        String sort = parameters.getOrDefault("sort", "place");
        return new ElderQuery(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                place(parameters.get("place")).orElse(null),
                Category.find(parameters.getOrDefault("tag", "")).orElse(null),
                Arrays.stream(AgeBand.values())
                        .filter(band -> String.valueOf(band.from()).equals(parameters.get("age")))
                        .findFirst()
                        .orElse(null),
                "died".equals(parameters.get("life")) ? Life.DIED : Life.LIVING,
                SORTS.containsKey(sort) ? sort : "place",
                columns(parameters));
    }

    /** All of them, unless some were chosen; the boxes of the form go before what the address says. */
    private static List<String> columns(Map<String, String> parameters) {
        List<String> named = List.of(parameters.getOrDefault("cols", "").split("\\.", -1));
        List<String> chosen = COLUMNS.stream()
                .filter(column -> chooses(parameters) ? parameters.containsKey(BOX + column) : named.contains(column))
                .toList();
        return chosen.isEmpty() && !chooses(parameters) && !named.contains("none") ? COLUMNS : chosen;
    }

    /** True when the form in which columns are chosen was sent. */
    static boolean chooses(Map<String, String> parameters) {
        return parameters.containsKey("columns");
    }

    /** True when the column is to be seen. */
    boolean shows(String column) {
        return columns.contains(column);
    }

    static Optional<Place> place(@Nullable String path) {
        try {
            return path == null || path.isEmpty() ? Optional.empty() : Optional.of(new Place(path));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    ElderFilter filter() {
        return new ElderFilter(place, tag == null ? null : tag.name(), age, life, text.isEmpty() ? null : text);
    }

    ElderSort order() {
        return SORTS.getOrDefault(sort, ElderSort.PLACE);
    }

    /** True when nothing narrows the list. */
    boolean isWhole() {
        return text.isEmpty() && place == null && tag == null && age == null && life == Life.LIVING;
    }

    /** True when only the text narrows it, which the search answers best. */
    boolean isSearch() {
        return !text.isEmpty() && place == null && tag == null && age == null;
    }

    ElderQuery at(@Nullable Place other) {
        return new ElderQuery(text, other, tag, age, life, sort, columns);
    }

    ElderQuery tagged(@Nullable Category other) {
        return new ElderQuery(text, place, other, age, life, sort, columns);
    }

    ElderQuery aged(@Nullable AgeBand other) {
        return new ElderQuery(text, place, tag, other, life, sort, columns);
    }

    ElderQuery living(Life other) {
        return new ElderQuery(text, place, tag, age, other, sort, columns);
    }

    /** True when the text may be part of an ID number or a telephone number, which is kept nowhere. */
    boolean asksForANumber() {
        return text.codePoints().filter(Character::isDigit).count() >= FEW_DIGITS;
    }

    /** The same question as small values, for work in the background; read again by {@link #of}. */
    Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("q", text);
        arguments.put("sort", sort);
        if (!columns.equals(COLUMNS)) {
            arguments.put("cols", cols());
        }
        if (place != null) {
            arguments.put("place", place.path());
        }
        if (tag != null) {
            arguments.put("tag", tag.name());
        }
        if (age != null) {
            arguments.put("age", String.valueOf(age.from()));
        }
        if (life == Life.DIED) {
            arguments.put("life", "died");
        }
        return arguments;
    }

    /** The columns as one word of an address; {@code none} for the name alone. */
    private String cols() {
        return columns.isEmpty() ? "none" : String.join(".", columns);
    }

    /** Address of this list, from its first page. */
    String href() {
        return href("/elders", null);
    }

    /** Address under another path, from the row behind a key. */
    String href(String path, @Nullable String after) {
        StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        if (!text.isEmpty()) {
            query.add("q=" + UriUtils.encode(text, StandardCharsets.UTF_8));
        }
        if (place != null) {
            query.add("place=" + UriUtils.encode(place.path(), StandardCharsets.UTF_8));
        }
        if (tag != null) {
            query.add("tag=" + tag.name());
        }
        if (age != null) {
            query.add("age=" + age.from());
        }
        if (life == Life.DIED) {
            query.add("life=" + life.name().toLowerCase(Locale.ROOT));
        }
        if (!sort.equals("place")) {
            query.add("sort=" + sort);
        }
        if (!columns.equals(COLUMNS)) {
            query.add("cols=" + UriUtils.encode(cols(), StandardCharsets.UTF_8));
        }
        if (after != null) {
            query.add("after=" + UriUtils.encode(after, StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
