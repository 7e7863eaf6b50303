package org.sangyu.registry.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.SourceOrders;
import org.sangyu.registry.internal.SourceRanks.Ranks;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the order of sources and works it into everybody's record. */
@Component
class OrderJob implements SourceOrders, Jobs.Handler {

    private static final String KIND = "registry.order";
    private static final int CHUNK = 4_000;

    private final SourceRanks ranks;
    private final PeopleOfCounty people;
    private final ElderProjection projection;
    private final RegistryEvents events;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OrderJob(
            SourceRanks ranks,
            PeopleOfCounty people,
            ElderProjection projection,
            RegistryEvents events,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.ranks = ranks;
        this.people = people;
        this.projection = projection;
        this.events = events;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FactSourceCode> of(Place county, FactKind kind) {
        Ranks order = ranks.current();
        return Arrays.stream(FactSourceCode.values())
                .sorted(Comparator.comparingInt(source -> order.of(source.name(), kind, county.path())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOwn(Place county, FactKind kind) {
        return ranks.current().isOwn(county, kind);
    }

    @Override
    @Transactional
    public Optional<UUID> put(FactKind kind, List<FactSourceCode> sources) {
        Place county = CurrentDesk.get().place().at(PlaceLevel.COUNTY);
        Set<FactSourceCode> all = EnumSet.allOf(FactSourceCode.class);
        if (!sources.isEmpty() && (sources.size() != all.size() || !all.equals(Set.copyOf(sources)))) {
            throw new IllegalArgumentException("every source once: " + sources);
        }
        if (sources.isEmpty() ? !isOwn(county, kind) : of(county, kind).equals(sources)) {
            return Optional.empty();
        }
        List<String> names = sources.stream().map(FactSourceCode::name).toList();
        ranks.put(county, kind, names);
        audit.write("registry.order", null, county, Map.of("kind", kind.name(), "sources", String.join(",", names)));
        return Optional.of(jobs.start(KIND, Jobs.Title.of("registry.order.job"), Map.of("county", county.path())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Place county = new Place(run.arguments().getOrDefault("county", ""));
        String reached = run.checkpoint();
        UUID after = reached == null ? new UUID(0, 0) : UUID.fromString(reached);
        long done = 0;
        List<ElderId> next = page(county, after);
        while (!next.isEmpty()) {
            List<ElderId> elders = next;
            UUID last = elders.getLast().value();
            transaction.executeWithoutResult(status -> {
                projection.rebuild(elders);
                events.recorded(run.id(), clock.instant(), "order", county, elders.size());
                run.reached(last.toString());
            });
            done += elders.size();
            run.progress(done, 0);
            next = page(county, last);
        }
        run.result("/elders/sources");
    }

    private List<ElderId> page(Place county, UUID after) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> people.after(county, after, CHUNK)));
    }
}
