package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.PersonMonth.Books;

/**
 * Everything the books of a county hold that a computation needs, by person and benefit.
 *
 * <p>Small parts are read once for the county; dues, lines and spans of people who are worked out anew are read for
 * some thousand people at a time.
 */
final class CountyBooks {

    /** Reads one Cycle's part of the books. */
    private final BookRows rows;

    private final Cycle cycle;
    private final Map<Key, StoredSpan> openSpans;
    private final Map<Key, Claim> claims;
    private final Map<Key, Set<YearMonth>> payOn;
    private final Set<Key> comingBack;

    /** Nothing was decided or owed before: there is nothing to read, person by person. */
    private final boolean blank;

    CountyBooks(BookRows rows, Cycle cycle) {
        this.rows = rows;
        this.cycle = cycle;
        this.openSpans = rows.openSpans(cycle);
        this.claims = rows.claims(cycle);
        this.payOn = rows.payOn(cycle);
        this.comingBack = rows.comingBack(cycle);
        this.blank = openSpans.isEmpty() && !rows.hasDues(cycle);
    }

    /** The decision in force, or null for a person never decided for. */
    @Nullable
    StoredSpan openSpan(Key key) {
        return openSpans.get(key);
    }

    /** True when lines wait or claims are open: then all months are looked at again. */
    boolean isUnsettled(Key key) {
        return comingBack.contains(key) || claims.containsKey(key);
    }

    Set<YearMonth> payOn(Key key) {
        return payOn.getOrDefault(key, Set.of());
    }

    /**
     * Reads dues and lines.
     *
     * @param keys whose, or null for everyone in the county
     * @param from only of partitions from this day on
     */
    Map<Key, Books> books(@Nullable Collection<Key> keys, LocalDate from) {
        if (blank) {
            return Map.of();
        }
        List<UUID> elders = keys == null ? null : elders(keys);
        Map<Key, Map<DuePeriod, Long>> dues = new HashMap<>();
        rows.dues(
                cycle,
                elders,
                from,
                (key, period, fen) ->
                        dues.computeIfAbsent(key, k -> new HashMap<>()).put(period, fen));
        Map<Key, List<OldLine>> lines = new HashMap<>();
        rows.lines(
                cycle,
                elders,
                from,
                (key, line) ->
                        lines.computeIfAbsent(key, k -> new ArrayList<>()).add(line));
        Set<Key> all = new HashSet<>(dues.keySet());
        all.addAll(lines.keySet());
        all.addAll(keys == null ? Set.of() : keys);
        Map<Key, Books> books = new HashMap<>();
        for (Key key : all) {
            books.put(key, books(key, dues.getOrDefault(key, Map.of()), lines.getOrDefault(key, List.of())));
        }
        return books;
    }

    /** Books of a person in which nothing stands yet. */
    Books empty(Key key) {
        return books(key, Map.of(), List.of());
    }

    private Books books(Key key, Map<DuePeriod, Long> dues, List<OldLine> lines) {
        Claim claim = claims.get(key);
        return claim == null
                ? new Books(dues, lines, 0, null, null, payOn(key))
                : new Books(dues, lines, claim.open(), claim.offset(), claim.id(), payOn(key));
    }

    /** All spans recorded for these people, in order. */
    Map<Key, List<Span>> spans(Collection<Key> keys) {
        return blank ? Map.of() : rows.spans(cycle, elders(keys));
    }

    private static List<UUID> elders(Collection<Key> keys) {
        Set<UUID> elders = new LinkedHashSet<>();
        keys.forEach(key -> elders.add(key.elder()));
        return List.copyOf(elders);
    }
}
