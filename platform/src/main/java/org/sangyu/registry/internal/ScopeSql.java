package org.sangyu.registry.internal;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;

/** Turns a scope into what the indexes of the registry can use. */
final class ScopeSql {

    private ScopeSql() {}

    /** People named in the scope, for {@code = any(cast(:people as uuid[]))}. */
    static String people(Scope scope) {
        return array(scope.people());
    }

    /** Ids as PostgreSQL reads an array. */
    static String array(Collection<ElderId> elders) {
        return elders.stream().map(ElderId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** The one county in which the whole scope lies, or null when it spans several or names people. */
    static @Nullable String county(Scope scope) {
        int length = PlaceLevel.COUNTY.pathLength();
        boolean narrow = scope.lo().length() >= length
                && scope.hi().length() > length
                && scope.lo().regionMatches(0, scope.hi(), 0, length);
        return narrow ? scope.lo().substring(0, length) : null;
    }

    /** True when the scope is one whole county: then the county alone says it, and its indexes are the only choice. */
    static boolean isCounty(Scope scope) {
        String county = county(scope);
        return county != null && scope.equals(Scope.of(new Place(county)));
    }

    /** The range of places inside the county of an elder called {@code e}; nothing for a whole county. */
    static String inside(Scope scope) {
        return isCounty(scope) ? "" : " and e.place >= :lo and e.place < :hi";
    }
}
