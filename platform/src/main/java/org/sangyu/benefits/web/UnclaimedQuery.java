package org.sangyu.benefits.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.unclaimed.UnclaimedFilter;
import org.sangyu.benefits.internal.unclaimed.UnclaimedKind;
import org.sangyu.benefits.internal.unclaimed.UnclaimedOrder;
import org.sangyu.benefits.internal.unclaimed.UnclaimedState;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.ui.Option;
import org.sangyu.ui.PageNumber;

/** The list as an address carries it; anything that is not a filter narrows nothing. */
record UnclaimedQuery(
        @Nullable String kind,
        @Nullable String state,
        @Nullable String benefit,
        @Nullable String place,
        @Nullable String month,
        @Nullable String sort,
        @Nullable String page) {

    private static final int EARLIEST = 1990;
    private static final int LATEST = 2200;

    static UnclaimedQuery of(Map<String, String> fields) {
        return new UnclaimedQuery(
                fields.get("kind"),
                fields.get("state"),
                fields.get("benefit"),
                fields.get("place"),
                fields.get("month"),
                fields.get("sort"),
                fields.get("page"));
    }

    UnclaimedKind kindWanted() {
        return "MISSING".equals(kind) ? UnclaimedKind.MISSING : UnclaimedKind.UNCLAIMED;
    }

    /** Those who wait unless something else is asked for. */
    @Nullable
    UnclaimedState stateWanted() {
        if (state == null) {
            return UnclaimedState.WAITING;
        }
        for (UnclaimedState one : UnclaimedState.values()) {
            if (one.name().equals(state)) {
                return one;
            }
        }
        return null;
    }

    @Nullable
    String benefitWanted() {
        return benefit == null || benefit.isBlank() ? null : benefit;
    }

    @Nullable
    Place placeInside(Desk desk) {
        try {
            Place wanted = place == null || place.isBlank() ? null : new Place(place);
            return wanted != null && desk.scope().contains(wanted) ? wanted : null;
        } catch (IllegalArgumentException notAPlace) {
            return null;
        }
    }

    @Nullable
    YearMonth monthWanted() {
        try {
            YearMonth wanted = month == null || month.isBlank() ? null : YearMonth.parse(month);
            return wanted == null || wanted.getYear() < EARLIEST || wanted.getYear() > LATEST ? null : wanted;
        } catch (DateTimeParseException notAMonth) {
            return null;
        }
    }

    UnclaimedOrder order() {
        for (UnclaimedOrder one : UnclaimedOrder.values()) {
            if (one.column().equals(sort)) {
                return one;
            }
        }
        return UnclaimedOrder.PLACE;
    }

    PageNumber number() {
        return PageNumber.of(page);
    }

    UnclaimedFilter filter(List<UUID> runs, Desk desk) {
        return new UnclaimedFilter(runs, kindWanted(), benefitWanted(), placeInside(desk), stateWanted());
    }

    /** Everything but the page, to be sent along by forms. */
    List<Option> fields() {
        List<Option> fields = new ArrayList<>();
        arguments().forEach((name, value) -> fields.add(new Option(name, value, false)));
        return fields;
    }

    Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        put(arguments, "kind", kind);
        put(arguments, "state", state);
        put(arguments, "benefit", benefit);
        put(arguments, "place", place);
        put(arguments, "month", month);
        put(arguments, "sort", sort);
        return arguments;
    }

    private static void put(Map<String, String> arguments, String name, @Nullable String value) {
        if (value != null && !value.isBlank() && value.length() <= 100) {
            arguments.put(name, value);
        }
    }

    String href() {
        StringBuilder href = new StringBuilder("/enrolments/unclaimed/people");
        char mark = '?';
        for (Map.Entry<String, String> one : arguments().entrySet()) {
            href.append(mark).append(one.getKey()).append('=').append(encoded(one.getValue()));
            mark = '&';
        }
        return href.toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
