package org.sangyu.shared;

import java.time.Instant;
import java.util.Optional;

/** One kind of record that is erased after a time; implemented by the module that keeps it, asked by {@code privacy}. */
public interface AgeingRecords {

    /** Its name in the settings, for example {@code import-rows}. */
    String kind();

    /** Before when a record is of no use in any case; empty when only a rule of the installation ends it. */
    default Optional<Instant> uselessBefore() {
        return Optional.empty();
    }

    /** How many were over before the instant. */
    long count(Instant before);

    /** Erases some of them in the running transaction, at most so many; 0 when none is left. */
    long erase(Instant before, int most);
}
