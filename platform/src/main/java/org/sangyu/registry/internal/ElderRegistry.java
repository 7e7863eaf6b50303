package org.sangyu.registry.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderFilter;
import org.sangyu.registry.ElderSlice;
import org.sangyu.registry.ElderSort;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.RegisterElder;
import org.sangyu.registry.Registration;
import org.sangyu.registry.Registry;
import org.sangyu.registry.StatedAccount;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry: hands every question to the part that knows, inside one transaction. */
@Component
@Transactional
class ElderRegistry implements Registry {

    private final Elders elders;
    private final ElderSearch search;
    private final ElderLists lists;
    private final FactHistory history;
    private final FactChanges changes;
    private final Registrations registrations;
    private final ServedPlaces served;

    ElderRegistry(
            Elders elders,
            ElderSearch search,
            ElderLists lists,
            FactHistory history,
            FactChanges changes,
            Registrations registrations,
            ServedPlaces served) {
        this.elders = elders;
        this.search = search;
        this.lists = lists;
        this.history = history;
        this.changes = changes;
        this.registrations = registrations;
        this.served = served;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ElderSummary> find(ElderId elder, Scope scope) {
        return elders.find(elder, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ElderSummary> findByIdNumber(IdNumber number, Scope scope) {
        return elders.findByIdNumber(number, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ElderId, ElderSummary> summaries(Collection<ElderId> people, Scope scope) {
        return elders.summaries(people, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ElderId, IdNumber> idNumbers(Collection<ElderId> people, Scope scope) {
        return elders.idNumbers(people, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ElderId, LocalDate> movedOut(Collection<ElderId> people, Scope scope) {
        return elders.movedOut(people, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ElderId, StatedAccount> accounts(Collection<ElderId> people, Scope scope) {
        return elders.accounts(people, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public ElderSlice search(Scope scope, String text, int limit) {
        return search.search(scope, text, Math.clamp(limit, 1, MOST_HITS));
    }

    @Override
    @Transactional(readOnly = true)
    public ElderSlice list(Scope scope, ElderFilter filter, ElderSort sort, @Nullable String after, int limit) {
        return lists.list(scope, filter, sort, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> counts(Scope scope, List<ElderFilter> filters) {
        return lists.counts(scope, filters);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ElderId> ids(Scope scope, ElderFilter filter, @Nullable ElderId after, int limit) {
        return lists.ids(scope, filter, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ElderId> listChangedSince(Scope scope, Instant since, @Nullable ElderId after, int limit) {
        return elders.changedSince(scope, since, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordedFact> facts(ElderId elder, Scope scope, @Nullable Instant knownAt) {
        return history.of(elder, scope, knownAt);
    }

    @Override
    public Registration register(RegisterElder command) {
        return registrations.register(command);
    }

    @Override
    public FactChange record(ElderId elder, long version, NewFact fact) {
        return changes.record(elder, version, fact);
    }

    @Override
    public FactChange correct(ElderId elder, long version, UUID fact, NewFact corrected) {
        return changes.correct(elder, version, fact, corrected);
    }

    @Override
    public FactChange close(ElderId elder, long version, UUID fact, LocalDate firstDayNoLonger) {
        return changes.close(elder, version, fact, firstDayNoLonger);
    }

    @Override
    public FactChange withdraw(ElderId elder, long version, UUID fact) {
        return changes.withdraw(elder, version, fact);
    }

    @Override
    public Optional<String> reveal(ElderId elder, UUID fact, String reason) {
        return history.reveal(elder, fact, reason);
    }

    @Override
    public void serve(Place county) {
        served.add(county);
    }
}
