package org.sangyu.testing;

import java.util.function.Supplier;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

/** Lets a test act as somebody. */
public final class Desks {

    private Desks() {}

    /** A desk of that role which answers for the place; the account is named after both. */
    public static Desk of(Role role, String place) {
        return Desk.of(
                "test." + role.name().toLowerCase(java.util.Locale.ROOT) + "." + place, "测试", role, new Place(place));
    }

    /** Runs work at a desk of that role and place, and hands back what it makes. */
    public static <T> T at(Role role, String place, Supplier<T> work) {
        return CurrentDesk.call(of(role, place), work);
    }

    /** Runs work at a desk of that role and place. */
    public static void act(Role role, String place, Runnable work) {
        CurrentDesk.run(of(role, place), work);
    }
}
