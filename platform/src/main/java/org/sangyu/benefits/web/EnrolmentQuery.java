package org.sangyu.benefits.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.EnrolmentFilter;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves;
import org.sangyu.benefits.internal.enrolment.EnrolmentStatus;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.ui.PageNumber;

/** The filter as an address carries it; anything that is not a filter narrows nothing. */
record EnrolmentQuery(
        @Nullable String status,
        @Nullable String benefit,
        @Nullable String place,
        @Nullable String returned,
        @Nullable String page) {

    EnrolmentFilter filter(Desk desk) {
        return new EnrolmentFilter(
                status(desk),
                benefit == null || benefit.isBlank() ? null : benefit,
                placeInside(desk),
                "true".equals(returned),
                null);
    }

    PageNumber number() {
        return PageNumber.of(page);
    }

    private @Nullable EnrolmentStatus status(Desk desk) {
        if (status == null) {
            return EnrolmentMoves.waitingAt(desk.role()).orElse(null);
        }
        for (EnrolmentStatus one : EnrolmentStatus.values()) {
            if (one.name().equals(status)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable Place placeInside(Desk desk) {
        try {
            Place wanted = place == null || place.isBlank() ? null : new Place(place);
            return wanted != null && desk.scope().contains(wanted) ? wanted : null;
        } catch (IllegalArgumentException notAPlace) {
            return null;
        }
    }

    /** The list with this filter, from its first page. */
    String href() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "status", status);
        put(parts, "benefit", benefit);
        put(parts, "place", place);
        put(parts, "returned", "true".equals(returned) ? "true" : null);
        return "/enrolments"
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", parts.isEmpty() ? "" : "?", ""));
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.put(name, value);
        }
    }
}
