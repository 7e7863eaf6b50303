package org.sangyu.benefits.internal.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/**
 * Narrows a list of enrolments inside a scope; null does not narrow.
 *
 * @param place only this place and below
 * @param returned only those handed back
 * @param notice only those of one public notice
 */
public record EnrolmentFilter(
        @Nullable EnrolmentStatus status,
        @Nullable String benefit,
        @Nullable Place place,
        boolean returned,
        @Nullable UUID notice) {

    /** Everybody. */
    public static final EnrolmentFilter ALL = new EnrolmentFilter(null, null, null, false, null);

    /** The same with another status. */
    public EnrolmentFilter with(@Nullable EnrolmentStatus other) {
        return new EnrolmentFilter(other, benefit, place, returned, notice);
    }

    /** The same for another benefit. */
    public EnrolmentFilter withBenefit(@Nullable String other) {
        return new EnrolmentFilter(status, other, place, returned, notice);
    }

    /** The same in another place. */
    public EnrolmentFilter in(@Nullable Place other) {
        return new EnrolmentFilter(status, benefit, other, returned, notice);
    }

    /** The condition on {@code e}, an enrolment, with its parameters. */
    Where where(Scope scope) {
        Scope narrowed = place == null ? scope : scope.within(place);
        List<String> parts = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parts.add("e.place >= :lo and e.place < :hi");
        parameters.put("lo", narrowed.lo());
        parameters.put("hi", narrowed.hi());
        if (status != null) {
            parts.add("e.status = :status");
            parameters.put("status", status.name());
        }
        if (benefit != null) {
            parts.add("e.benefit = :benefit");
            parameters.put("benefit", benefit);
        }
        if (returned) {
            parts.add("e.returned");
        }
        if (notice != null) {
            parts.add("e.notice = :notice");
            parameters.put("notice", notice);
        }
        return new Where(String.join(" and ", parts), parameters);
    }

    /** A condition and its parameters. */
    record Where(String sql, Map<String, Object> parameters) {

        Where and(String more, String name, Object value) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(name, value);
            return new Where(sql + " and " + more, all);
        }
    }
}
