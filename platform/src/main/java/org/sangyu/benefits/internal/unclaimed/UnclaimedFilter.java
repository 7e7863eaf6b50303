package org.sangyu.benefits.internal.unclaimed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/**
 * Narrows the list inside a scope; null does not narrow.
 *
 * @param runs the results looked at, one a county
 * @param place only this place and below
 */
public record UnclaimedFilter(
        List<UUID> runs,
        UnclaimedKind kind,
        @Nullable String benefit,
        @Nullable Place place,
        @Nullable UnclaimedState state) {

    /** Copies the list. */
    public UnclaimedFilter {
        runs = List.copyOf(runs);
    }

    /** The same in another state. */
    public UnclaimedFilter with(@Nullable UnclaimedState other) {
        return new UnclaimedFilter(runs, kind, benefit, place, other);
    }

    /** The condition on {@code u}, a row with its state, and its parameters. */
    Where where(Scope scope) {
        Scope narrowed = place == null ? scope : scope.within(place);
        List<String> parts = new ArrayList<>(List.of("u.place >= :lo and u.place < :hi", "u.kind = :kind"));
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "runs", runs.toArray(UUID[]::new), "lo", narrowed.lo(), "hi", narrowed.hi(), "kind", kind.name()));
        if (benefit != null) {
            parts.add("u.benefit = :benefit");
            parameters.put("benefit", benefit);
        }
        return new Where(String.join(" and ", parts), parameters);
    }

    /** A condition and its parameters. */
    record Where(String sql, Map<String, Object> parameters) {}
}
