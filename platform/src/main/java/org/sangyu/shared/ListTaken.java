package org.sangyu.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who stood in a list that left the house, so that each of them can be told; the ledger has one line for the list.
 *
 * <p>Implemented by {@code access}.
 */
public interface ListTaken {

    /**
     * In the transaction of the export.
     *
     * @param run id of the export, the subject of its line in the ledger
     * @param verb the verb of that line
     */
    void keep(UUID run, String verb, People people);

    /** Who stands in a list, each once, with the place they belong to. */
    final class People {

        private final Map<ElderId, Place> placeOf = new LinkedHashMap<>();

        /** One row of the list; a row about nobody known adds nobody. */
        public void add(@Nullable ElderId elder, Place place) {
            if (elder != null) {
                placeOf.putIfAbsent(elder, place);
            }
        }

        /** Everybody so far. */
        public Map<ElderId, Place> all() {
            return Collections.unmodifiableMap(placeOf);
        }
    }
}
