package org.sangyu.registry;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;

/** What a fact says. Protected values are in clear here and encrypted in the tables; never log one. */
public sealed interface FactContent {

    /** Its kind. */
    FactKind kind();

    /**
     * Who somebody is.
     *
     * @param name never blank
     * @param born null when not known
     * @param sex {@code F}, {@code M}, or null when not known
     * @param idNumber null when not known; a person without one is still registered
     */
    record Identity(
            String name,
            @Nullable LocalDate born,
            @Nullable String sex,
            @Nullable IdNumber idNumber) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.IDENTITY;
        }
    }

    /** Household registration (户籍) or usual residence (常住) lies in a place; the address is free text below it. */
    record Residence(
            ResidenceKind residence, Place at, @Nullable String address) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.RESIDENCE;
        }
    }

    /** Which residence: money follows the registered one, visits the usual one. */
    enum ResidenceKind {
        REGISTERED,
        USUAL
    }

    /** With whom somebody lives. */
    record Household(Arrangement arrangement, @Nullable String remark) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.HOUSEHOLD;
        }
    }

    /** Living arrangement (居住方式). */
    enum Arrangement {
        ALONE,
        SPOUSE,
        CHILDREN,
        GRANDCHILDREN,
        OTHERS,
        INSTITUTION
    }

    /** How to reach somebody: their own telephone, or a person to call. */
    record Contact(
            ContactKind contact,
            @Nullable String person,
            @Nullable String relation,
            String phone) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.CONTACT;
        }
    }

    /** Whose telephone it is. */
    enum ContactKind {
        SELF,
        EMERGENCY,
        GUARDIAN
    }

    /** Belongs to a category (人员类别); attributes by their key in facts files, absent means not known. */
    record Tag(
            String tag,
            Map<String, String> attributes,
            @Nullable String reviewer) implements FactContent {
        /** Copies the attributes. */
        public Tag {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public FactKind kind() {
            return FactKind.TAG;
        }
    }

    /** An ability assessment gave a level on the first day of the period: 0 intact to 4 total loss. */
    record Ability(int level, String instrument) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.ABILITY;
        }
    }

    /** A long-term-care insurance assessment gave a grade on the first day of the period: 0 to 5. */
    record Ltci(int grade) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.LTCI;
        }
    }

    /** Lives in a care institution. */
    record Institution(@Nullable String name) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.INSTITUTION;
        }
    }

    /** The person's own account. */
    record Account(String holder, String bank, String number) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.ACCOUNT;
        }
    }

    /** Died, moved out or was not found, on the first day of the period. */
    record Life(LifeKind life) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.LIFE;
        }
    }

    /** What happened to a life or its registration. */
    enum LifeKind {
        DIED,
        MOVED_OUT,
        NOT_FOUND
    }

    /** Receives a benefit that another office pays; amount a month, or null when not known. */
    record Receipt(String benefit, @Nullable Money amount) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.RECEIPT;
        }
    }
}
