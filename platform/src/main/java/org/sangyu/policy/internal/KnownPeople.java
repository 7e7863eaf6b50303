package org.sangyu.policy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.sangyu.rules.facts.Person;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody of a county with all that is known now, as the rules read people. */
@Component
public class KnownPeople {

    private final RegionCodes regions;
    private final ObjectProvider<FactSource> sources;
    private final TransactionTemplate reading;
    private final Clock clock;

    KnownPeople(
            RegionCodes regions,
            ObjectProvider<FactSource> sources,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.regions = regions;
        this.sources = sources;
        this.reading = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One person; {@code place} is where registered today, else where usually living, else the county. */
    public record Known(ElderId elder, Place place, Person person) {}

    /** Hands over everybody whose facts lie in the county and the current desk's scope, once, sorted by elder id. */
    public void forEach(Place county, Consumer<Known> people) {
        People converter = new People(regions::of);
        LocalDate today = LocalDate.now(clock);
        FactQuery query = new FactQuery(CurrentDesk.get().scope().within(county), null, null);
        reading.executeWithoutResult(transaction -> FactMerge.forEach(
                sources.orderedStream().toList(),
                query,
                (elder, facts) -> converter
                        .person(elder, facts)
                        .ifPresent(person ->
                                people.accept(new Known(elder, KnownSubject.place(facts, today, county), person)))));
    }
}
