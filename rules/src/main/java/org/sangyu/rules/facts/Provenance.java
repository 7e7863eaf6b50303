package org.sangyu.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who said so, and since when we know it.
 *
 * @param source the office or paper it comes from, as words; null where the sender did not say
 * @param recorded the day it became known here; null counts as always known
 */
public record Provenance(@Nullable String source, @Nullable LocalDate recorded) {

    /** Nothing said about it: always known, source not named. */
    public static final Provenance UNSAID = new Provenance(null, null);

    /** Tells whether it was known at the end of that day; every fact is known when no day is asked for. */
    public boolean isKnownOn(@Nullable LocalDate asOf) {
        return asOf == null || recorded == null || !recorded.isAfter(asOf);
    }
}
