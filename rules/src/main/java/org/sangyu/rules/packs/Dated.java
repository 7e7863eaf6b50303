package org.sangyu.rules.packs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value with its days and its paper.
 *
 * @param to the first day no longer, where the pack says one; else the next value's start ends it
 * @param recorded the day it became known here; null: always known
 * @param confirmed the last day for which the document vouches; after it the value goes on and says so
 * @param contradicts the id of the value for the same days that says otherwise; null almost always
 * @param shownFirst which of two contradicting values a page shows first
 * @param at where it stands in the packs
 */
public record Dated<T>(
        T value,
        When from,
        @Nullable When to,
        Source source,
        SourceKind kind,
        @Nullable LocalDate recorded,
        @Nullable LocalDate confirmed,
        @Nullable String contradicts,
        boolean shownFirst,
        Position at) {

    /** Tells whether it was known here at the end of that day (always, when no day is asked for). */
    public boolean isKnownOn(@Nullable LocalDate asOf) {
        return asOf == null || recorded == null || !recorded.isAfter(asOf);
    }
}
