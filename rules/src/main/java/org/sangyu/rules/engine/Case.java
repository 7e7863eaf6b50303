package org.sangyu.rules.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Death;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;

/**
 * One person in one month: the facts that count, and the values assumed for what is missing.
 *
 * <p>Used by one thread for one person after the other. A person who died in the month is looked at on the day of death:
 * age stands still, and a fact that ended with the death still counts.
 */
final class Case {
    final Frame frame;
    final Person person;
    final long birth;
    final @Nullable LocalDate died;
    final boolean diedInMonth;
    final int tagBits;
    private final LocalDate factDay;
    private final @Nullable Ages agesAtDeath;

    private @Nullable FactUsed born;
    private @Nullable Residence registered;
    private @Nullable Residence usual;
    private boolean residencesFound;
    private int age = -1;

    private int[] assumedKeys = new int[4];
    private int[] assumedValues = new int[4];
    private int assumed;
    private @Nullable Unknown asked;
    private int askedKey;

    Case(Frame frame, Person person) {
        this.frame = frame;
        this.person = person;
        this.birth = person.born().toEpochDay();
        Death death = person.died();
        this.died = death != null && death.provenance().isKnownOn(frame.asOf) ? death.on() : null;
        this.diedInMonth = died != null && !died.isBefore(frame.firstDay) && !died.isAfter(frame.lastDay);
        this.factDay = diedInMonth && died != null && died.isBefore(frame.factDay) ? died : frame.factDay;
        this.agesAtDeath = diedInMonth && died != null && died.isBefore(frame.lastDay)
                ? (frame.rules.monthAfterBirthday() ? null : new Ages(died, frame.rules))
                : null;
        this.tagBits = bits();
    }

    private int bits() {
        int bits = 0;
        for (TagFact fact : person.tags()) {
            if (counts(fact.span(), fact.provenance())) {
                bits |= 1 << fact.tag().slot();
            }
        }
        return bits;
    }

    /** Tells whether a fact counts in this month: in force on the day that counts, and known. */
    boolean counts(Span span, Provenance provenance) {
        boolean covers =
                span.covers(factDay) || (diedInMonth && factDay.equals(span.to()) && span.covers(factDay.minusDays(1)));
        return covers && provenance.isKnownOn(frame.asOf);
    }

    boolean has(Tag tag) {
        return (tagBits & (1 << tag.slot())) != 0;
    }

    /** The tag's fact that counts; of several the newest. */
    @Nullable
    TagFact newest(Tag tag) {
        TagFact newest = null;
        if (has(tag)) {
            for (TagFact fact : person.tags()) {
                if (fact.tag() == tag && counts(fact.span(), fact.provenance()) && isNewer(fact, newest)) {
                    newest = fact;
                }
            }
        }
        return newest;
    }

    private static boolean isNewer(TagFact fact, @Nullable TagFact than) {
        if (than == null) {
            return true;
        }
        LocalDate from = fact.span().from();
        LocalDate other = than.span().from();
        if (from == null || other == null || from.equals(other)) {
            return (from != null && other == null)
                    || (java.util.Objects.equals(from, other)
                            && fact.attributes().bits() > than.attributes().bits());
        }
        return from.isAfter(other);
    }

    /** The newest result of an instrument that holds on the day that counts. */
    @Nullable
    AbilityFact ability(String instrument) {
        AbilityFact newest = null;
        for (AbilityFact fact : person.ability()) {
            if (fact.instrument().equals(instrument)
                    && !fact.on().isAfter(factDay)
                    && fact.provenance().isKnownOn(frame.asOf)
                    && (newest == null
                            || fact.on().isAfter(newest.on())
                            || (fact.on().equals(newest.on()) && fact.level() > newest.level()))) {
                newest = fact;
            }
        }
        Integer months = frame.rules.abilityMonths();
        return newest != null
                        && months != null
                        && !newest.on().plusMonths(months).isAfter(factDay)
                ? null
                : newest;
    }

    /** The newest grade of long-term-care insurance on the day that counts. */
    @Nullable
    LtciFact ltci() {
        LtciFact newest = null;
        for (LtciFact fact : person.ltci()) {
            if (!fact.on().isAfter(factDay)
                    && fact.provenance().isKnownOn(frame.asOf)
                    && (newest == null
                            || fact.on().isAfter(newest.on())
                            || (fact.on().equals(newest.on()) && fact.grade() > newest.grade()))) {
                newest = fact;
            }
        }
        return newest;
    }

    /** The residence of that kind that counts; of several the newest. */
    @Nullable
    Residence residence(ResidenceKind kind) {
        if (!residencesFound) {
            registered = newest(ResidenceKind.REGISTERED);
            usual = newest(ResidenceKind.USUAL);
            residencesFound = true;
        }
        return kind == ResidenceKind.REGISTERED ? registered : usual;
    }

    private @Nullable Residence newest(ResidenceKind kind) {
        Residence newest = null;
        for (Residence fact : person.residences()) {
            if (fact.kind() == kind && counts(fact.span(), fact.provenance()) && isNewer(fact, newest)) {
                newest = fact;
            }
        }
        return newest;
    }

    private static boolean isNewer(Residence fact, @Nullable Residence than) {
        if (than == null || than.span().from() == null) {
            return than == null || fact.span().from() != null;
        }
        return fact.span().from() != null
                && fact.span().from().isAfter(than.span().from());
    }

    boolean hasReached(int age) {
        return agesAtDeath == null ? frame.ages.hasReached(birth, age) : agesAtDeath.hasReached(birth, age);
    }

    int age() {
        if (age < 0) {
            age = agesAtDeath == null ? frame.ages.of(birth) : agesAtDeath.of(birth);
        }
        return age;
    }

    /** The birth, as the fact that a reason used. */
    FactUsed bornUsed() {
        FactUsed used = born;
        if (used == null) {
            used = new FactUsed("born", null, person.born());
            born = used;
        }
        return used;
    }

    LocalDate factDay() {
        return factDay;
    }

    /** The value assumed for a variable; -1 when none is, and then it is remembered as asked for. */
    int ask(Unknown unknown, int index) {
        int key = unknown.key() * 16 + index;
        for (int i = 0; i < assumed; i++) {
            if (assumedKeys[i] == key) {
                return assumedValues[i];
            }
        }
        if (asked == null) {
            asked = unknown;
            askedKey = key;
        }
        return -1;
    }

    /** The first variable asked for since {@link #forget}; null when none. */
    @Nullable
    Unknown asked() {
        return asked;
    }

    int askedKey() {
        return askedKey;
    }

    void forget() {
        asked = null;
    }

    void assume(int key, int value) {
        if (assumed == assumedKeys.length) {
            assumedKeys = java.util.Arrays.copyOf(assumedKeys, assumed * 2);
            assumedValues = java.util.Arrays.copyOf(assumedValues, assumed * 2);
        }
        assumedKeys[assumed] = key;
        assumedValues[assumed++] = value;
    }

    void assumeNoMore() {
        assumed--;
    }
}
