package org.sangyu.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Place;

/** The order in which a county's sources count where they disagree, kind of fact by kind of fact: a setting. */
public interface SourceOrders {

    /** All sources, the one that goes before first. */
    List<FactSourceCode> of(Place county, FactKind kind);

    /** True when the county ordered the kind for itself; false when the installation's order holds. */
    boolean isOwn(Place county, FactKind kind);

    /**
     * Changes the order at the desk's county and brings everybody's record up to it in the background.
     *
     * @param sources every source once; empty goes back to the installation's order
     * @return the job, or empty when nothing changes
     */
    Optional<UUID> put(FactKind kind, List<FactSourceCode> sources);
}
