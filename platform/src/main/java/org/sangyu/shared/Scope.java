package org.sangyu.shared;

import java.util.List;

/**
 * Whose data a piece of work may see (管辖范围): one place and all below it, or some named people.
 *
 * <p>Computed by the server from the desk at which a person works, never taken from a request; a request only narrows
 * it. The database enforces the same range by row security.
 *
 * @param lo first place path inside
 * @param hi first place path outside
 * @param people elders visible wherever they live, at most 500 (desks of elders, relatives, providers, assessors)
 */
public record Scope(String lo, String hi, List<ElderId> people) {

    /** More people than this are no scope. */
    public static final int MOST_PEOPLE = 500;

    /** Copies the list; more than 500 people are a fault. */
    public Scope {
        people = List.copyOf(people);
        if (people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException("a scope names at most " + MOST_PEOPLE + " people");
        }
    }

    /** The place and everything below it. */
    public static Scope of(Place place) {
        return new Scope(place.path(), place.end(), List.of());
    }

    /** Only these people, no place. */
    public static Scope of(List<ElderId> people) {
        return new Scope("", "", people);
    }

    /** True when the whole place lies inside. */
    public boolean contains(Place place) {
        return place.path().compareTo(lo) >= 0 && place.path().compareTo(hi) < 0;
    }

    /** The part of this scope that lies in the place; empty range when there is none. */
    public Scope within(Place place) {
        String from = lo.compareTo(place.path()) > 0 ? lo : place.path();
        String end = hi.compareTo(place.end()) < 0 ? hi : place.end();
        return from.compareTo(end) < 0 ? new Scope(from, end, List.of()) : new Scope("", "", List.of());
    }
}
