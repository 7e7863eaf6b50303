package org.sangyu.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.BenefitName;
import org.sangyu.policy.Decisions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Setting;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Decisions over the packs in force and the facts of all modules. */
@Component
class PackDecisions implements Decisions {

    private final PackShelf shelf;
    private final RegionCodes regions;
    private final ObjectProvider<FactSource> sources;
    private final TransactionTemplate reading;
    private final JsonMapper mapper;
    private final Clock clock;

    PackDecisions(
            PackShelf shelf,
            RegionCodes regions,
            ObjectProvider<FactSource> sources,
            PlatformTransactionManager transactions,
            JsonMapper mapper,
            Clock clock) {
        this.shelf = shelf;
        this.regions = regions;
        this.sources = sources;
        this.reading = new TransactionTemplate(transactions);
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public List<BenefitInfo> benefits(Place county, LocalDate day) {
        return Standings.of(shelf.packs(), regions.of(county), day);
    }

    @Override
    public Optional<BenefitName> name(String benefit) {
        PackSet packs = shelf.packs();
        return packs.benefits().stream()
                .filter(known -> known.id().equals(benefit))
                .map(known ->
                        new BenefitName(benefit, known.name().zh(), known.name().en()))
                .findFirst()
                .or(() -> Optional.ofNullable(packs.received().get(benefit))
                        .map(known -> new BenefitName(
                                benefit, known.name().zh(), known.name().en())));
    }

    @Override
    public List<String> setting(Place county, String key) {
        return shelf.packs().settings(regions.of(county)).stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(Setting::values)
                .orElse(List.of());
    }

    @Override
    public String policy() {
        return shelf.packs().hash();
    }

    @Override
    public Reading read(Place county, @Nullable Instant knownAt, List<String> benefits) {
        LocalDate asOf = knownAt == null ? null : knownAt.atZone(Time.ZONE).toLocalDate();
        CountyQuestion question = question(regions.of(county), asOf, benefits);
        return new Reading() {
            @Override
            public String policy() {
                return question.hash();
            }

            @Override
            public void forEach(Consumer<Subject> people) {
                Scope scope = CurrentDesk.get().scope().within(county);
                hand(question, new FactQuery(scope, null, knownAt), county, people);
            }
        };
    }

    @Override
    public Optional<Subject> find(Place county, ElderId elder, List<String> benefits) {
        return one(
                question(regions.of(county), null, benefits),
                elder,
                CurrentDesk.get().scope(),
                county);
    }

    @Override
    public List<Subject> find(Place county, List<ElderId> elders, List<String> benefits) {
        List<Subject> found = new ArrayList<>(elders.size());
        FactQuery query = new FactQuery(CurrentDesk.get().scope(), elders, null);
        hand(question(regions.of(county), null, benefits), query, county, found::add);
        return found;
    }

    /** One person, decided by the region of registration, or of usual residence when that alone is known. */
    Optional<Subject> findAtHome(ElderId elder, Scope scope) {
        Place nowhere = Place.NATION;
        return one(question(regions.of(nowhere), null, List.of()), elder, scope, nowhere)
                .map(subject -> {
                    KnownSubject known = (KnownSubject) subject;
                    RegionCode home = regions.of(known.place());
                    return new KnownSubject(
                            elder,
                            known.said(),
                            known.person(),
                            known.today(),
                            known.place(),
                            question(home, null, List.of()));
                });
    }

    private Optional<Subject> one(CountyQuestion question, ElderId elder, Scope scope, Place otherwise) {
        List<Subject> found = new ArrayList<>(1);
        FactQuery query = new FactQuery(scope, List.of(elder), null);
        hand(question, query, otherwise, found::add);
        return found.stream().findFirst();
    }

    private void hand(CountyQuestion question, FactQuery query, Place otherwise, Consumer<Subject> people) {
        People converter = new People(regions::of);
        LocalDate today = LocalDate.now(clock);
        reading.executeWithoutResult(transaction -> FactMerge.forEach(
                sources.orderedStream().toList(),
                query,
                (elder, facts) -> converter
                        .person(elder, facts)
                        .ifPresent(person ->
                                people.accept(new KnownSubject(elder, facts, person, today, otherwise, question)))));
    }

    private CountyQuestion question(RegionCode region, @Nullable LocalDate asOf, List<String> benefits) {
        return new CountyQuestion(
                shelf.packs(), new CountyQuestion.Asked(region, asOf, LocalDate.now(clock), benefits), regions, mapper);
    }
}
