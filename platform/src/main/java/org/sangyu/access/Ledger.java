package org.sangyu.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/** Reads the ledger of deeds. */
public interface Ledger {

    /**
     * What was done last in one county, newest first.
     *
     * @param scope only deeds that count inside it
     * @param county the county looked at
     */
    List<Deed> listLatest(Scope scope, Place county, int limit);

    /**
     * One deed.
     *
     * @param at when
     * @param person who, by name
     * @param verb what, for example {@code cycle.release}
     * @param subject id of the thing, or null
     * @param place where it counts
     */
    record Deed(
            Instant at,
            String person,
            String verb,
            @Nullable UUID subject,
            Place place) {}
}
