package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.StatedAccount;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Language;

/** What enrolment asks of the registry and the tree of places: who somebody is, and what a place is called. */
public interface People {

    /** These people; those outside the scope are left out. */
    Map<ElderId, Person> of(Collection<ElderId> elders, Scope scope);

    /** As {@link #of}, and those who moved away from the scope and for whose months it still answers: to be shown. */
    default Map<ElderId, Person> answeredFor(Collection<ElderId> elders, Scope scope) {
        return of(elders, scope);
    }

    /** One person; empty outside the scope. */
    default Optional<Person> find(ElderId elder, Scope scope) {
        return Optional.ofNullable(of(List.of(elder), scope).get(elder));
    }

    /** Accounts that rosters or desks stated for these people; without a number nobody is in it. */
    Map<ElderId, StatedAccount> accounts(Collection<ElderId> elders, Scope scope);

    /** People found by name, initials, or the last four of ID number or telephone; at most {@code limit}. */
    List<Person> search(Scope scope, String text, int limit);

    /** People about whom something was learned since an instant, ascending, at most {@code limit} after a given one. */
    List<ElderId> changedSince(Scope scope, Instant since, @Nullable ElderId after, int limit);

    /** The first month at whose end the person was registered where they are registered now; empty when not known. */
    Optional<YearMonth> registeredSince(ElderId elder, Scope scope);

    /** Who of these moved away with no new registration here, with the first day outside. */
    Map<ElderId, LocalDate> movedOut(Collection<ElderId> elders, Scope scope);

    /** Names of places by path, in a language; a path that is not known is left out. */
    Map<String, String> placeNames(Collection<String> paths, Language language);

    /**
     * One person.
     *
     * @param place the village of registration, or of usual residence when that alone is known
     * @param sex {@code F}, {@code M} or null
     * @param maskedId ID number with its middle hidden, or null
     */
    record Person(
            ElderId id,
            String name,
            @Nullable String sex,
            @Nullable LocalDate born,
            @Nullable LocalDate died,
            @Nullable String maskedId,
            Place place) {}
}
