package org.sangyu.shared;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody says about a person, as decisions read it; {@code to} is the first day no longer. */
public sealed interface Fact {

    /** Born on a day. */
    record Born(LocalDate on, Provenance said) implements Fact {}

    /** Sex: {@code F} or {@code M}. */
    record Sex(String code, Provenance said) implements Fact {}

    /** Name of a living or dead person, for lists and files. */
    record Name(String name, Provenance said) implements Fact {}

    /** Household registration (户籍) lies in a place. */
    record Registered(
            Place place, @Nullable LocalDate from, @Nullable LocalDate to, Provenance said) implements Fact {}

    /** Household registration lies outside all places that are kept here; nobody says where. */
    record MovedOut(LocalDate from, @Nullable LocalDate to, Provenance said) implements Fact {}

    /** Usual residence (常住) lies in a place. */
    record Resides(
            Place place, @Nullable LocalDate from, @Nullable LocalDate to, Provenance said) implements Fact {}

    /** Died on a day. */
    record Died(LocalDate on, Provenance said) implements Fact {}

    /** Belongs to a category (人员类别); attributes such as degree, grade, area, support, selfCare. */
    record Tag(
            String tag,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, String> attributes,
            Provenance said)
            implements Fact {}

    /** An ability assessment gave a level on a day. */
    record Ability(int level, LocalDate on, String instrument, Provenance said) implements Fact {}

    /** A long-term-care insurance assessment gave a grade on a day. */
    record Ltci(int grade, LocalDate on, Provenance said) implements Fact {}

    /** Lives in a care institution. */
    record Institution(@Nullable LocalDate from, @Nullable LocalDate to, Provenance said) implements Fact {}

    /** Receives a benefit already, here or from another office. */
    record Receives(
            String benefit,
            @Nullable Money amount,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Provenance said) implements Fact {}

    /** Who said it and when we learned it. */
    Provenance said();

    /**
     * Where a fact comes from.
     *
     * @param source short name of the source, for example {@code roster} or {@code public-security}
     * @param recorded the day we learned it
     */
    record Provenance(String source, LocalDate recorded) {}
}
