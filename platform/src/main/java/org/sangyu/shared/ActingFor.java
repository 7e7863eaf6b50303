package org.sangyu.shared;

import java.time.LocalDate;
import java.util.Optional;

/** Whether somebody may act for an elder at a counter; implemented by {@code registry} from the elder's consents. */
public interface ActingFor {

    /**
     * The last day of a consent to act that counts today.
     *
     * @param person name of whoever stands at the counter
     * @param scope only an elder inside it has any
     */
    Optional<LocalDate> findLastDay(ElderId elder, String person, Scope scope);
}
