package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactContent.ResidenceKind;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.RecordedFact;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/**
 * Records, corrects, closes and withdraws one fact of a person in the desk's scope.
 *
 * <p>The elder's row is locked first, so that two desks never change one person at once; the version tells whether the
 * form was filled on what stands now.
 */
@Component
class FactChanges {

    private final Elders elders;
    private final Facts facts;
    private final ElderProjection projection;
    private final ServedPlaces served;
    private final RegistryEvents events;
    private final Audit audit;
    private final TimeOrderedIds ids;
    private final Clock clock;

    FactChanges(
            Elders elders,
            Facts facts,
            ElderProjection projection,
            ServedPlaces served,
            RegistryEvents events,
            Audit audit,
            TimeOrderedIds ids,
            Clock clock) {
        this.elders = elders;
        this.facts = facts;
        this.projection = projection;
        this.served = served;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    FactChange record(ElderId elder, long version, NewFact fact) {
        return change(elder, version, "registry.record", null, fact);
    }

    FactChange correct(ElderId elder, long version, UUID id, NewFact corrected) {
        return change(elder, version, "registry.correct", id, corrected);
    }

    FactChange withdraw(ElderId elder, long version, UUID id) {
        return change(elder, version, "registry.withdraw", id, null);
    }

    FactChange close(ElderId elder, long version, UUID id, LocalDate firstDayNoLonger) {
        Optional<FactRow> old = facts.findStanding(elder, id, CurrentDesk.get().scope());
        if (old.isEmpty()) {
            return new FactChange.Gone();
        }
        RecordedFact fact = old.get().fact();
        LocalDate from = fact.valid().from();
        if (from != null && !from.isBefore(firstDayNoLonger)) {
            return new FactChange.ImpossibleDay();
        }
        return change(
                elder,
                version,
                "registry.close",
                id,
                new NewFact(fact.content(), fact.valid().until(firstDayNoLonger), fact.source(), fact.evidence()));
    }

    private FactChange change(
            ElderId elder, long version, String verb, @Nullable UUID replaced, @Nullable NewFact fact) {
        Desk desk = CurrentDesk.get();
        Optional<ElderSummary> found = elders.findForChange(elder, desk.scope());
        if (found.isEmpty()) {
            return new FactChange.Gone();
        }
        ElderSummary person = found.get();
        if (person.version() != version) {
            return new FactChange.Stale(person.version());
        }
        Optional<FactRow> old = replaced == null ? Optional.empty() : facts.findStanding(elder, replaced, desk.scope());
        if (replaced != null && old.isEmpty()) {
            return new FactChange.Gone();
        }
        NewFact kept = fact == null ? null : normalised(fact);
        FactChange refusal = kept == null ? null : refusal(person, kept, old.orElse(null), desk);
        if (refusal != null) {
            return refusal;
        }
        return write(person, desk, new Step(verb, old.orElse(null), kept));
    }

    private record Step(
            String verb, @Nullable FactRow old, @Nullable NewFact fact) {}

    private FactChange write(ElderSummary person, Desk desk, Step step) {
        Instant now = clock.instant();
        FactRow old = step.old();
        UUID id = ids.next();
        Map<String, String> detail = new HashMap<>(Map.of("fact", id.toString()));
        if (old != null) {
            facts.closeRecorded(old, now);
            detail.put("replaces", old.fact().id().toString());
            detail.put("kind", old.table().name());
        }
        if (step.fact() != null) {
            facts.insert(new Facts.Writing(id, person.id(), person.place().path(), now, desk.account()), step.fact());
            detail.put("kind", step.fact().content().kind().name());
            detail.put("source", step.fact().source());
        }
        projection.rebuild(List.of(person.id()));
        audit.write(
                step.verb(),
                person.id().value(),
                person.place(),
                new Audit.Personal(person.id(), detail, FactText.change(old == null ? null : old.fact(), step.fact())));
        events.recorded(id, now, "desk", person.place(), 1);
        return new FactChange.Done(id, person.version() + 1);
    }

    private @Nullable FactChange refusal(ElderSummary person, NewFact fact, @Nullable FactRow old, Desk desk) {
        if (isImpossible(person, fact)) {
            return new FactChange.ImpossibleDay();
        }
        if (facts.isStartTaken(
                person.id(), fact, desk.scope(), old == null ? null : old.fact().id())) {
            return new FactChange.SameStart();
        }
        return switch (fact.content()) {
            case FactContent.Identity identity -> takenNumber(person, identity.idNumber(), desk);
            case FactContent.Residence residence -> outside(person, residence);
            default -> null;
        };
    }

    /** Nothing about a life begins after its end or long before today's future; only an end may lie ahead. */
    private boolean isImpossible(ElderSummary person, NewFact fact) {
        LocalDate from = fact.valid().from();
        LocalDate today = LocalDate.now(clock);
        LocalDate born = person.born();
        if (fact.content() instanceof FactContent.Identity identity) {
            LocalDate newBorn = identity.born();
            return newBorn != null && newBorn.isAfter(today);
        }
        if (from == null) {
            return fact.content() instanceof FactContent.Life
                    || fact.content() instanceof FactContent.Ability
                    || fact.content() instanceof FactContent.Ltci;
        }
        return (born != null && from.isBefore(born)) || from.isAfter(today.plusYears(1)) || isFutureEvent(fact, today);
    }

    private static boolean isFutureEvent(NewFact fact, LocalDate today) {
        LocalDate from = fact.valid().from();
        return from != null
                && from.isAfter(today)
                && (fact.content() instanceof FactContent.Life || fact.content() instanceof FactContent.Ability);
    }

    private @Nullable FactChange takenNumber(ElderSummary person, @Nullable IdNumber number, Desk desk) {
        if (number == null || person.died() != null || !elders.isTaken(number)) {
            return null;
        }
        boolean own = elders.findByIdNumber(number, desk.scope())
                .filter(other -> other.id().equals(person.id()))
                .isPresent();
        return own ? null : new FactChange.IdNumberTaken();
    }

    private @Nullable FactChange outside(ElderSummary person, FactContent.Residence residence) {
        boolean registered = residence.residence() == ResidenceKind.REGISTERED;
        Place other = registered ? person.resides() : person.registered();
        String otherPath = other == null ? null : other.path();
        String path = residence.at().path();
        Set<String> counties = served.all();
        String belongs =
                ElderProjection.belongsTo(counties, registered ? path : otherPath, registered ? otherPath : path);
        return belongs != null && !counties.contains(ElderProjection.countyOf(belongs))
                ? new FactChange.OutsideInstallation(residence.at())
                : null;
    }

    private static NewFact normalised(NewFact fact) {
        return new NewFact(Contents.normalised(fact.content()), fact.valid(), fact.source(), fact.evidence());
    }
}
