package org.sangyu.regions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Paths were changed: a module rewrites the {@code place} columns of its current tables, set-based, one statement a
 * move ({@code set place = new || substr(place, length(old) + 1) where place >= old and place < old || '~'}). Rows that
 * are frozen keep theirs.
 *
 * <p>May be delivered twice; a move whose old path no row bears changes nothing.
 *
 * @param change its id
 * @param day from when
 * @param moves in the order in which they are to be done
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
