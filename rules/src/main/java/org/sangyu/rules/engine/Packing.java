package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.FactBits;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.TagFact;

/**
 * Packs what counts of a person in one month into {@link FactBits}, or keeps the facts where bits cannot say them.
 *
 * <p>Used by one thread for one person after the other.
 */
public final class Packing {
    private final Frame frame;
    private final boolean looksBack;
    private final LocalDate earliest;
    private final Canonical canonical;
    private long facts;
    private @Nullable Person odd;

    private Packing(Frame frame, boolean looksBack) {
        this.frame = frame;
        this.looksBack = looksBack;
        List<LocalDate> days = new ArrayList<>();
        for (int month = looksBack ? 1 : frame.month.getMonthValue(); month < frame.month.getMonthValue(); month++) {
            days.add(frame.in(frame.month.withMonth(month)).factDay);
        }
        days.add(frame.factDay);
        this.earliest = days.getFirst();
        this.canonical = new Canonical(frame, days);
    }

    /**
     * For all of these.
     *
     * @throws IllegalArgumentException when they do not look at the same facts
     */
    public static Packing of(List<Engine> engines) {
        Packing packing = new Packing(engines.getFirst().frame, engines.stream().anyMatch(Engine::looksBack));
        if (!engines.stream().allMatch(packing::serves)) {
            throw new IllegalArgumentException("Other places, months or settings of facts");
        }
        return packing;
    }

    /** Tells whether what it packs is what that engine looks at. */
    public boolean serves(Engine engine) {
        Frame other = engine.frame;
        return frame.region.equals(other.region)
                && frame.month.equals(other.month)
                && Objects.equals(frame.asOf, other.asOf)
                && frame.factDay.equals(other.factDay)
                && Objects.equals(frame.rules.abilityMonths(), other.rules.abilityMonths())
                && (looksBack || !engine.looksBack());
    }

    /** Tells whether the days that a later month looks at are no earlier, and it looks at facts in the same way. */
    public boolean reachesTo(Packing later) {
        return frame.region.equals(later.frame.region)
                && Objects.equals(frame.asOf, later.frame.asOf)
                && Objects.equals(frame.rules.abilityMonths(), later.frame.rules.abilityMonths())
                && !later.earliest.isBefore(earliest)
                && !later.frame.factDay.isBefore(frame.factDay);
    }

    /**
     * Tells whether nothing that counts of the person changes up to the month of the other, so that what was packed here
     * holds there and in all months between that {@link #reachesTo} reaches.
     */
    public boolean isSteadyUntil(Packing later, Person person) {
        if (person.died() != null
                || !person.receives().isEmpty()
                || (frame.rules.abilityMonths() != null && !person.ability().isEmpty())) {
            return false;
        }
        LocalDate end = later.frame.factDay;
        return person.tags().stream().noneMatch(fact -> changes(fact.span(), end))
                && person.residences().stream().noneMatch(fact -> changes(fact.span(), end))
                && person.institution().stream().noneMatch(fact -> changes(fact.span(), end))
                && person.ability().stream().noneMatch(fact -> isBetween(fact.on(), end))
                && person.ltci().stream().noneMatch(fact -> isBetween(fact.on(), end));
    }

    /** Packs one person; then ask {@link #odd} and {@link #facts}. */
    public void read(Person person) {
        Case now = new Case(frame, person);
        facts = 0;
        odd = null;
        boolean unborn = person.born().isAfter(frame.lastDay);
        if (now.diedInMonth || (unborn && now.died != null)) {
            odd = canonical.exact(person);
        } else if (isOdd(person)) {
            odd = canonical.of(person, now);
        } else {
            facts = bits(person, now);
        }
    }

    /** What counts; meaningless when {@link #odd} is not null. */
    public long facts() {
        return facts;
    }

    /** The facts of somebody whom bits cannot say, without id, sources and, where it does not matter, birth. */
    public @Nullable Person odd() {
        return odd;
    }

    private long bits(Person person, Case now) {
        long bits = now.died != null && now.died.isBefore(frame.firstDay) ? FactBits.DIED_BEFORE : 0;
        for (TagFact fact : person.tags()) {
            if (now.counts(fact.span(), fact.provenance())) {
                bits |= FactBits.of(fact.tag(), fact.attributes());
            }
        }
        AbilityFact ability = person.ability().isEmpty() ? null : now.ability(AbilityFact.GBT_42195_2022);
        LtciFact ltci = person.ltci().isEmpty() ? null : now.ltci();
        bits |= ability == null ? 0 : FactBits.ability(ability.level());
        bits |= ltci == null ? 0 : FactBits.ltci(ltci.grade());
        bits |= person.sex() == null ? 0 : FactBits.of(Objects.requireNonNull(person.sex()));
        for (var stay : person.institution()) {
            bits |= now.counts(stay.span(), stay.provenance()) ? FactBits.IN_INSTITUTION : 0;
        }
        return bits | place(now, ResidenceKind.REGISTERED) | place(now, ResidenceKind.USUAL);
    }

    private long place(Case now, ResidenceKind kind) {
        Residence residence = now.residence(kind);
        if (residence == null) {
            return 0;
        }
        String place = residence.place().digits();
        String region = frame.region.digits();
        return place.startsWith(region)
                ? FactBits.residence(kind, true)
                : region.startsWith(place) ? 0 : FactBits.residence(kind, false);
    }

    private boolean isOdd(Person person) {
        return receives(person) || hasOddTags(person) || hasOddResults(person) || movedThisYear(person);
    }

    private boolean receives(Person person) {
        for (Receipt receipt : person.receives()) {
            if (knows(receipt.provenance()) && hasBegun(receipt.span())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOddTags(Person person) {
        int closer = 0;
        for (TagFact fact : person.tags()) {
            if (!knows(fact.provenance())) {
                continue;
            }
            int bit = fact.tag().attributes().isEmpty() ? 0 : 1 << fact.tag().slot();
            if (changes(fact.span()) || (closer & bit) != 0) {
                return true;
            }
            closer |= bit;
        }
        return false;
    }

    private boolean hasOddResults(Person person) {
        for (AbilityFact fact : person.ability()) {
            if (knows(fact.provenance())
                    && !fact.on().isAfter(frame.factDay)
                    && (!fact.instrument().equals(AbilityFact.GBT_42195_2022)
                            || fact.on().isAfter(earliest)
                            || fact.level() > FactBits.HIGHEST_LEVEL
                            || (looksBack && frame.rules.abilityMonths() != null))) {
                return true;
            }
        }
        for (LtciFact fact : person.ltci()) {
            if (knows(fact.provenance())
                    && fact.on().isAfter(earliest)
                    && !fact.on().isAfter(frame.factDay)) {
                return true;
            }
        }
        return false;
    }

    private boolean movedThisYear(Person person) {
        for (Residence residence : person.residences()) {
            if (knows(residence.provenance()) && changes(residence.span())) {
                return true;
            }
        }
        for (var stay : person.institution()) {
            if (knows(stay.provenance()) && changes(stay.span())) {
                return true;
            }
        }
        return false;
    }

    private boolean knows(Provenance provenance) {
        return provenance.isKnownOn(frame.asOf);
    }

    private boolean hasBegun(Span span) {
        LocalDate from = span.from();
        return from == null || !from.isAfter(frame.factDay);
    }

    /** Begins or ends between the days looked at, so that earlier months see something else. */
    private boolean changes(Span span) {
        return changes(span, frame.factDay);
    }

    private boolean changes(Span span, LocalDate end) {
        return isBetween(span.from(), end) || isBetween(span.to(), end);
    }

    private boolean isBetween(@Nullable LocalDate day, LocalDate end) {
        return day != null && day.isAfter(earliest) && !day.isAfter(end);
    }
}
