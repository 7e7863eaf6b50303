package org.sangyu.regions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Paths were changed, and every {@link org.sangyu.shared.PlaceFollower} has taken its rows along: who keeps places in
 * memory forgets them.
 *
 * <p>May be delivered twice.
 *
 * @param change its id
 * @param day from when
 * @param moves in the order in which they were done
 */
public record PlacesChanged(UUID change, LocalDate day, List<Move> moves) {

    /** Copies the moves. */
    public PlacesChanged {
        moves = List.copyOf(moves);
    }

    /**
     * A whole subtree.
     *
     * @param oldPath its root before
     * @param newPath its root now
     */
    public record Move(String oldPath, String newPath) {}
}
