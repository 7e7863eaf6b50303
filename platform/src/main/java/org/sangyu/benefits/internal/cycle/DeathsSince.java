package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Place;

/** Deaths that became known after a roster was computed; asked before money is authorised and released. */
public interface DeathsSince {

    /** People of the county about whom something was recorded after the instant and who are dead as far as known. */
    Map<UUID, LocalDate> learned(Place county, Instant since);
}
