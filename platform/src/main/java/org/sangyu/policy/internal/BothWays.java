package org.sangyu.policy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiConsumer;
import org.sangyu.policy.Answer;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Decides everybody of a place by two sets of packs in one pass over the facts. */
@Component
public class BothWays {

    private final RegionCodes regions;
    private final ObjectProvider<FactSource> sources;
    private final TransactionTemplate reading;
    private final JsonMapper mapper;
    private final Clock clock;

    BothWays(
            RegionCodes regions,
            ObjectProvider<FactSource> sources,
            PlatformTransactionManager transactions,
            JsonMapper mapper,
            Clock clock) {
        this.regions = regions;
        this.sources = sources;
        this.reading = new TransactionTemplate(transactions);
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The packs to compare.
     *
     * @param now those in force
     * @param then those that would be
     */
    public record Packs(PackSet now, PackSet then) {}

    /** Hands over, for each person of the place inside the desk's scope, all benefits by the one and by the other. */
    public void forEach(Place place, YearMonth month, Packs packs, BiConsumer<List<Answer>, List<Answer>> people) {
        CountyQuestion now = question(packs.now(), place);
        CountyQuestion then = question(packs.then(), place);
        People converter = new People(regions::of);
        Scope scope = CurrentDesk.get().scope().within(place);
        reading.executeWithoutResult(transaction -> FactMerge.forEach(
                sources.orderedStream().toList(),
                new FactQuery(scope, null, null),
                (elder, facts) -> converter
                        .person(elder, facts)
                        .ifPresent(person -> people.accept(now.decide(person, month), then.decide(person, month)))));
    }

    private CountyQuestion question(PackSet packs, Place place) {
        return new CountyQuestion(
                packs,
                new CountyQuestion.Asked(regions.of(place), null, LocalDate.now(clock), List.of()),
                regions,
                mapper);
    }
}
