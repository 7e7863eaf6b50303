package org.sangyu.policy.internal.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sangyu.policy.internal.KnownPeople;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.regions.Regions;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.ReadAhead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a simulation, county by county; each person is read once and decided in every month by both sides.
 *
 * <p>People age by their birthdays as the registry has them; nobody is invented, dies or moves. After a crash it goes on
 * with the county that was not finished. Memory holds one chunk of people and a county's counters.
 */
@Component
class SimulationJob implements Jobs.Handler {

    static final String KIND = "policy.simulation";

    private static final String ALL = "all";
    private static final int MOST_COUNTIES = 1_000;

    private final SimulationRows rows;
    private final PackShelf shelf;
    private final KnownPeople known;
    private final RegionCodes codes;
    private final Regions regions;
    private final ChangedPeople changed;
    private final TransactionTemplate transactions;

    SimulationJob(
            SimulationRows rows,
            PackShelf shelf,
            KnownPeople known,
            RegionCodes codes,
            Regions regions,
            ChangedPeople changed,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.shelf = shelf;
        this.known = known;
        this.codes = codes;
        this.regions = regions;
        this.changed = changed;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault("simulation", ""));
        Optional<Simulation> found =
                transactions.execute(status -> rows.find(id, CurrentDesk.get().scope()));
        Simulation simulation = found.orElseThrow(() -> Jobs.FailedException.because(Jobs.Title.of("simulation.gone")));
        List<PackFile> files = transactions.execute(status -> rows.files(id));
        PackSet now = shelf.packs();
        TwoSides.Packs packs =
                new TwoSides.Packs(now, files.isEmpty() ? now : shelf.packsWith(files), drafts(simulation.origin()));
        String reached = run.checkpoint();
        List<Place> counties = counties(simulation.place());
        for (int at = reached == null ? 0 : reached.equals(ALL) ? counties.size() : Integer.parseInt(reached);
                at < counties.size();
                at++) {
            String next = at + 1 == counties.size() ? ALL : String.valueOf(at + 1);
            county(run, simulation, new Step(counties.get(at), next), packs);
            run.progress(at + 1L, counties.size());
        }
        KillPoint.at("simulation.before-end");
        transactions.executeWithoutResult(status -> rows.finish(id, now.hash()));
        run.result("/policies/simulations/" + id);
    }

    private static boolean drafts(Origin origin) {
        return origin == Origin.DRAFT || origin == Origin.UPLOAD;
    }

    /** One county, and the checkpoint behind it. */
    private record Step(Place county, String next) {}

    private void county(Jobs.Run run, Simulation simulation, Step step, TwoSides.Packs packs) {
        Place county = step.county();
        transactions.executeWithoutResult(status -> rows.clear(simulation.id(), county));
        List<YearMonth> months = IntStream.range(0, simulation.months())
                .mapToObj(month -> simulation.first().plusMonths(month))
                .toList();
        TwoSides sides = TwoSides.of(packs, codes.of(county), months);
        Tally tally = new Tally(sides.benefits(), months);
        changed.copy(out -> {
            Chunk chunk = new Chunk(simulation.id(), county, sides, tally, out);
            try (ReadAhead<KnownPeople.Known> reading =
                    new ReadAhead<>("simulation-reading", taker -> known.forEach(county, taker))) {
                reading.forEach(chunk::add);
            }
            chunk.flush();
        });
        KillPoint.at("simulation.county-staged");
        transactions.executeWithoutResult(status -> {
            rows.keep(simulation.id(), county, tally);
            run.reached(step.next());
        });
    }

    private List<Place> counties(Place place) {
        return place.level() == PlaceLevel.COUNTY
                ? List.of(place)
                : regions.children(place, 0, MOST_COUNTIES).stream()
                        .map(info -> info.place())
                        .filter(child -> child.level() == PlaceLevel.COUNTY)
                        .sorted()
                        .toList();
    }

    /** The people of one chunk beside what is decided about them. */
    private record Chunk(
            UUID id,
            Place county,
            TwoSides sides,
            Tally tally,
            ChangedPeople.Out out,
            List<ElderId> elders,
            List<Place> places) {

        Chunk(UUID id, Place county, TwoSides sides, Tally tally, ChangedPeople.Out out) {
            this(id, county, sides, tally, out, new ArrayList<>(), new ArrayList<>());
        }

        void add(KnownPeople.Known person) {
            elders.add(person.elder());
            places.add(county.contains(person.place()) ? person.place() : county);
            sides.add(person.person());
            if (sides.isFull()) {
                flush();
            }
        }

        void flush() {
            sides.decide();
            tally.count(
                    sides,
                    (person, benefit, from, before, after) -> out.row(
                            id,
                            county,
                            elders.get(person),
                            benefit.id(),
                            places.get(person),
                            from.atDay(1),
                            before,
                            after));
            sides.clear();
            elders.clear();
            places.clear();
        }
    }
}
