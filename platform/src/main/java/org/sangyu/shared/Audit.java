package org.sangyu.shared;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was done to the ledger that cannot be changed afterwards; in the same transaction as the deed.
 *
 * <p>Implemented by {@code access}. Bulk work writes one line a run, with counts.
 */
public interface Audit {

    /**
     * One deed of the current desk.
     *
     * @param verb what was done, for example {@code cycle.release}
     * @param subject id of the thing, or null
     * @param place where it counts, or null for the installation
     * @param detail old and new values or counts; never a protected value in clear
     */
    void write(String verb, @Nullable UUID subject, @Nullable Place place, Map<String, String> detail);
}
