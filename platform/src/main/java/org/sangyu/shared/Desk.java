package org.sangyu.shared;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, as what, where: a request acts at exactly one desk at a time.
 *
 * @param account the sign-in name, unique and lasting; two-person rules compare this
 * @param name the person's name as printed on forms
 * @param role what the person does here
 * @param place the place answered for; for an elder the village
 * @param scope what may be seen
 * @param organisation in whose name it is held; null for the office's own desks
 */
public record Desk(
        String account,
        String name,
        Role role,
        Place place,
        Scope scope,
        @Nullable Organisation organisation) {

    /** A desk of the office's own. */
    public Desk(String account, String name, Role role, Place place, Scope scope) {
        this(account, name, role, place, scope, null);
    }

    /** A desk that answers for a whole place. */
    public static Desk of(String account, String name, Role role, Place place) {
        return new Desk(account, name, role, place, Scope.of(place));
    }

    /** Code of the department in whose name the desk is held; empty for all others. */
    public String department() {
        return organisation == null ? "" : organisation.department();
    }
}
