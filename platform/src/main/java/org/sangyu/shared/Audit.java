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

    /**
     * One deed of the current desk on what is known of an elder. The line holds the protected values encrypted under the
     * elder's own key: when that key is destroyed nobody reads them any more, and the line still stands as it was sealed.
     *
     * @param verb what was done, for example {@code registry.correct}
     * @param subject id of the thing; often the elder's
     * @param place where it counts
     * @param detail what was, what is, and what may be read by everybody who reads the line
     */
    void write(String verb, UUID subject, Place place, Personal detail);

    /**
     * What a line says of an elder.
     *
     * @param elder under whose key
     * @param open old and new values or counts that protect nobody; never a protected value
     * @param guarded old and new values in clear, by the same kind of names; a name {@code old.x} or {@code new.x} says
     *     what {@code x} was and is
     */
    record Personal(ElderId elder, Map<String, String> open, Map<String, String> guarded) {

        /** Copies both; a name stands in one of them only. */
        public Personal {
            open = Map.copyOf(open);
            guarded = Map.copyOf(guarded);
            if (open.keySet().stream().anyMatch(guarded::containsKey)) {
                throw new IllegalArgumentException("open and guarded under one name");
            }
        }

        /** Never the values: records land in logs. */
        @Override
        public String toString() {
            return "Personal[" + elder + ", " + open.keySet() + ", " + guarded.keySet() + "]";
        }
    }
}
