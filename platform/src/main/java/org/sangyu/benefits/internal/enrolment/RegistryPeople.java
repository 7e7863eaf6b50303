package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.sources.MovedAway;
import org.sangyu.regions.Regions;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactContent.ResidenceKind;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.registry.StatedAccount;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People and places as registry and regions know them. */
@Component
class RegistryPeople implements People {

    private final ObjectProvider<Registry> registry;
    private final ObjectProvider<Regions> regions;
    private final ObjectProvider<MovedAway> movedAway;

    RegistryPeople(
            ObjectProvider<Registry> registry, ObjectProvider<Regions> regions, ObjectProvider<MovedAway> movedAway) {
        this.movedAway = movedAway;
        this.registry = registry;
        this.regions = regions;
    }

    @Override
    public Map<ElderId, Person> of(Collection<ElderId> elders, Scope scope) {
        Map<ElderId, Person> people = new HashMap<>();
        registry.getObject().summaries(elders, scope).forEach((id, summary) -> people.put(id, person(summary)));
        return people;
    }

    @Override
    public Map<ElderId, Person> answeredFor(Collection<ElderId> elders, Scope scope) {
        return movedAway.getObject().with(elders, scope, this::of);
    }

    @Override
    public Map<ElderId, StatedAccount> accounts(Collection<ElderId> elders, Scope scope) {
        return registry.getObject().accounts(elders, scope);
    }

    @Override
    public List<Person> search(Scope scope, String text, int limit) {
        return registry.getObject().search(scope, text, limit).rows().stream()
                .map(RegistryPeople::person)
                .toList();
    }

    @Override
    public List<ElderId> changedSince(Scope scope, Instant since, @Nullable ElderId after, int limit) {
        return registry.getObject().listChangedSince(scope, since, after, limit);
    }

    @Override
    public Optional<YearMonth> registeredSince(ElderId elder, Scope scope) {
        return registry.getObject().facts(elder, scope, null).stream()
                .filter(fact -> fact.counts() && fact.recorded().to() == null)
                .filter(fact -> fact.content() instanceof FactContent.Residence residence
                        && residence.residence() == ResidenceKind.REGISTERED
                        && fact.valid().to() == null)
                .map(RegistryPeople::since)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Map<ElderId, LocalDate> movedOut(Collection<ElderId> elders, Scope scope) {
        return registry.getObject().movedOut(elders, scope);
    }

    @Override
    public Map<String, String> placeNames(Collection<String> paths, Language language) {
        Map<String, String> names = new HashMap<>();
        regions.getObject()
                .names(paths.stream().map(Place::new).toList())
                .forEach((place, name) -> names.put(place.path(), name));
        return names;
    }

    private static Optional<YearMonth> since(RecordedFact fact) {
        LocalDate from = fact.valid().from();
        return from == null ? Optional.empty() : Optional.of(YearMonth.from(from));
    }

    private static Person person(ElderSummary summary) {
        return new Person(
                summary.id(),
                summary.name(),
                summary.sex(),
                summary.born(),
                summary.died(),
                summary.maskedId(),
                summary.registered() == null ? summary.place() : summary.registered());
    }
}
