package org.sangyu.shared;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elders who are with us no longer and are still kept by name; implemented by {@code registry}. */
public interface Departed {

    /** Why somebody is with us no longer. */
    enum How {
        DIED,
        MOVED_OUT
    }

    /**
     * Some of them in the order of their ids.
     *
     * @param last who left on this day or before
     * @param after those behind this one; null for the first
     */
    List<ElderId> next(How how, LocalDate last, @Nullable ElderId after, int most);
}
