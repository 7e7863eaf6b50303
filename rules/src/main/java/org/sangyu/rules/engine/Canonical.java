package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.FactBits;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Death;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;

/**
 * Facts without what no decision of the month can tell apart, so that people with the same answers become equal.
 *
 * <p>A date is moved to the first day looked at that it reaches; where two facts of a kind compete by their dates, they
 * keep them.
 */
final class Canonical {
    /** Stands for a birth that is known from elsewhere. */
    static final LocalDate ANY_BIRTH = LocalDate.of(1, 1, 1);

    private final Frame frame;
    private final List<LocalDate> days;
    private final String elsewhere;

    /** Days are those on which facts are looked at, ascending, the last that of the month itself. */
    Canonical(Frame frame, List<LocalDate> days) {
        this.frame = frame;
        this.days = List.copyOf(days);
        this.elsewhere = elsewhere(frame);
    }

    private static String elsewhere(Frame frame) {
        return frame.region.digits().charAt(0) == '9' ? "11" : "99";
    }

    /** Everything as it is, only nobody's: without id and sources. */
    Person exact(Person person) {
        return new Person(
                "",
                person.born(),
                person.sex(),
                person.died(),
                person.residences(),
                person.tags(),
                person.ability(),
                person.ltci(),
                person.institution(),
                person.receives());
    }

    /** What counts of a person who did not die in the month. */
    Person of(Person person, Case now) {
        PersonBuilder to = Person.born("", ANY_BIRTH).sex(person.sex());
        if (now.died != null && now.died.isBefore(frame.firstDay)) {
            to.died(new Death(frame.firstDay.minusDays(1), Provenance.UNSAID));
        }
        tags(person, to);
        residences(person, to);
        results(person, to);
        for (StayFact stay : person.institution()) {
            Span span = knows(stay.provenance()) ? spanOf(stay.span()) : null;
            if (span != null) {
                to.institution(new StayFact(span, Provenance.UNSAID));
            }
        }
        person.receives().stream()
                .filter(r -> knows(r.provenance()) && !isAfterNow(r.span().from()))
                .sorted(Comparator.comparing(Receipt::benefit))
                .forEach(r -> to.receives(new Receipt(r.benefit(), r.fen(), begun(r.span()), Provenance.UNSAID)));
        return to.build();
    }

    private void tags(Person person, PersonBuilder to) {
        Map<Tag, Integer> count = count(person.tags(), f -> knows(f.provenance()) ? f.tag() : null);
        person.tags().stream()
                .filter(f -> knows(f.provenance()))
                .sorted(Comparator.comparingInt(f -> f.tag().slot()))
                .forEach(f -> {
                    boolean competes = Objects.requireNonNull(count.get(f.tag())) > 1
                            && !f.tag().attributes().isEmpty();
                    Span span = competes ? f.span() : spanOf(f.span());
                    if (span != null) {
                        to.tag(new TagFact(f.tag(), span, f.attributes(), Provenance.UNSAID));
                    }
                });
    }

    private void residences(Person person, PersonBuilder to) {
        Map<ResidenceKind, Integer> count = count(person.residences(), r -> knows(r.provenance()) ? r.kind() : null);
        for (Residence residence : person.residences()) {
            if (knows(residence.provenance())) {
                boolean competes = Objects.requireNonNull(count.get(residence.kind())) > 1;
                Span span = competes ? residence.span() : spanOf(residence.span());
                if (span != null) {
                    to.lives(new Residence(residence.kind(), place(residence.place()), span, Provenance.UNSAID));
                }
            }
        }
    }

    private RegionCode place(RegionCode place) {
        if (place.isWithin(frame.region)) {
            return frame.region;
        }
        return frame.region.isWithin(place) ? place : RegionCode.of(elsewhere);
    }

    private void results(Person person, PersonBuilder to) {
        Map<String, Integer> count = count(person.ability(), f -> f.instrument());
        for (AbilityFact fact : person.ability()) {
            if (knows(fact.provenance()) && !isAfterNow(fact.on())) {
                boolean exact =
                        frame.rules.abilityMonths() != null || Objects.requireNonNull(count.get(fact.instrument())) > 1;
                LocalDate on = exact ? fact.on() : reached(fact.on());
                to.ability(new AbilityFact(fact.instrument(), fact.level(), on, Provenance.UNSAID));
            }
        }
        for (LtciFact fact : person.ltci()) {
            if (knows(fact.provenance()) && !isAfterNow(fact.on())) {
                LocalDate on = person.ltci().size() > 1 ? fact.on() : reached(fact.on());
                to.ltci(new LtciFact(fact.grade(), on, Provenance.UNSAID));
            }
        }
    }

    private static <T, K> Map<K, Integer> count(List<T> facts, Function<T, @Nullable K> kind) {
        Map<K, Integer> count = new HashMap<>();
        for (T fact : facts) {
            K key = kind.apply(fact);
            if (key != null) {
                count.merge(key, 1, Integer::sum);
            }
        }
        return count;
    }

    private boolean knows(Provenance provenance) {
        return provenance.isKnownOn(frame.asOf);
    }

    private boolean isAfterNow(@Nullable LocalDate day) {
        return day != null && day.isAfter(days.getLast());
    }

    /** The first day looked at on which it has come. */
    private LocalDate reached(LocalDate day) {
        for (LocalDate looked : days) {
            if (!day.isAfter(looked)) {
                return looked;
            }
        }
        throw new IllegalArgumentException(day + " is after the month");
    }

    /** A span with the same of the days looked at; null when it holds none of them. */
    private @Nullable Span spanOf(Span span) {
        LocalDate from = span.from();
        if (isAfterNow(from)) {
            return null;
        }
        LocalDate first = from == null || !from.isAfter(days.getFirst()) ? null : reached(from);
        LocalDate end = span.to() == null || isAfterNow(span.to()) ? null : reached(span.to());
        boolean empty = end != null && !(first == null ? days.getFirst() : first).isBefore(end);
        return empty ? null : new Span(first, end);
    }

    /** As {@link #spanOf}, but what has begun stays begun although it holds no day looked at. */
    private Span begun(Span span) {
        Span canonical = spanOf(span);
        return canonical == null ? span : canonical;
    }

    /** A person of whom just these bits are true in the month and all earlier months of its year. */
    Person ofBits(LocalDate born, long facts) {
        PersonBuilder to = Person.born("", born).sex(FactBits.sexIn(facts));
        if ((facts & FactBits.DIED_BEFORE) != 0) {
            LocalDate before = frame.firstDay.minusDays(1);
            to.died(new Death(before.isBefore(born) ? born : before, Provenance.UNSAID));
        }
        for (Tag tag : Tag.values()) {
            if (FactBits.has(facts, tag)) {
                to.tag(new TagFact(tag, Span.ALWAYS, FactBits.attributes(facts).only(tag), Provenance.UNSAID));
            }
        }
        LocalDate on = frame.rules.abilityMonths() == null ? days.getFirst() : days.getLast();
        if (FactBits.levelIn(facts) >= 0) {
            to.ability(FactBits.levelIn(facts), on);
        }
        if (FactBits.gradeIn(facts) >= 0) {
            to.ltci(new LtciFact(FactBits.gradeIn(facts), days.getFirst(), Provenance.UNSAID));
        }
        if ((facts & FactBits.IN_INSTITUTION) != 0) {
            to.institution(new StayFact(Span.ALWAYS, Provenance.UNSAID));
        }
        for (ResidenceKind kind : ResidenceKind.values()) {
            Boolean inside = FactBits.insideIn(facts, kind);
            if (inside != null) {
                RegionCode place = inside ? frame.region : RegionCode.of(elsewhere);
                to.lives(new Residence(kind, place, Span.ALWAYS, Provenance.UNSAID));
            }
        }
        return to.build();
    }

    /** Such a person with this birth, unless the birth belongs to the facts. */
    static Person withBirth(Person facts, LocalDate born) {
        return facts.born().equals(ANY_BIRTH)
                ? new Person(
                        "",
                        born,
                        facts.sex(),
                        facts.died(),
                        facts.residences(),
                        facts.tags(),
                        facts.ability(),
                        facts.ltci(),
                        facts.institution(),
                        facts.receives())
                : facts;
    }
}
