package org.sangyu.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows at most as many as asked for
 * @param next key of the page after, opaque, or null when this is the last
 */
public record ElderSlice(List<ElderSummary> rows, @Nullable String next) {

    /** Copies the list. */
    public ElderSlice {
        rows = List.copyOf(rows);
    }
}
