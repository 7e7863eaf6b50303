package org.sangyu.access.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

/**
 * An account as its administrator sees it.
 *
 * @param disabled true when nobody can sign in with it
 * @param temporary true until the person has chosen a password
 * @param desks those of today and of later, oldest first
 */
public record AccountEntry(
        UUID id, String name, String person, boolean disabled, boolean temporary, List<DeskEntry> desks) {

    /** Copies the desks. */
    public AccountEntry {
        desks = List.copyOf(desks);
    }

    /**
     * One desk given to the account.
     *
     * @param organisation its name; empty for the office's own desks
     * @param from first day
     * @param to first day on which it no longer counts; null while it has no end
     */
    public record DeskEntry(
            UUID id,
            Role role,
            Place place,
            String organisation,
            LocalDate from,
            @Nullable LocalDate to) {}
}
