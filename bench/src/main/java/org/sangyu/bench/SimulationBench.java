package org.sangyu.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sangyu.policy.internal.KnownPeople;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.simulation.DraftValues;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.rules.Answers;
import org.sangyu.rules.CompiledMonth;
import org.sangyu.rules.Decider;
import org.sangyu.rules.FactColumns;
import org.sangyu.rules.Question;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;

/**
 * Twelve months of another region's standards over a whole city, from the click to the end of the job, against reading
 * everybody once and twelve passes of the engine by one side's standards.
 *
 * <p>The simulation itself decides by two sides and counts; that is what must fit beside the twelve passes.
 */
final class SimulationBench {

    private static final double LIMIT = 1;
    private static final int MONTHS = 12;
    private static final int CHUNK = 2_048;
    private static final double NANOS_PER_MILLI = 1e6;

    private final World world;
    private final BigRegistry big;
    private final PlaceInfo city;
    private final Desk desk;

    SimulationBench(World world, BigRegistry big) {
        this.world = world;
        this.big = big;
        this.city = big.city();
        this.desk = World.desk(Role.CITY, city.place());
    }

    List<Figure> run() throws Exception {
        YearMonth first =
                CurrentDesk.call(desk, () -> world.bean(Simulations.class).nextYear());
        double[] value = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        for (int run = 0; run < Timing.RUNS; run++) {
            value[run] = simulated(first);
            floor[run] = floor(first);
            Timing.say("simulation of a year", value[run], floor[run]);
        }
        double millis = Timing.median(value);
        double base = Timing.median(floor);
        return List.of(new Figure(
                "a simulation of 12 months over a city of %,d".formatted(BigRegistry.PEOPLE),
                millis / 1000,
                "s",
                "reading everybody once and 12 passes by one side, %.2f s".formatted(base / 1000),
                millis / base,
                LIMIT));
    }

    private double simulated(YearMonth first) throws Exception {
        RegionCode here = world.bean(RegionCodes.class).of(city.place());
        RegionCode other = other(here);
        List<PackFile> draft = world.bean(DraftValues.class).like(other, here);
        Simulations simulations = world.bean(Simulations.class);
        List<UUID> jobs = new ArrayList<>();
        double millis = Timing.millis(() -> {
            UUID job = CurrentDesk.call(
                    desk,
                    () -> simulations.start(new Simulations.Command(
                            "bench", Origin.REGION, other.digits(), first, first.plusMonths(MONTHS - 1L), draft)));
            world.await(job);
            jobs.add(job);
            return 0;
        });
        String made = "select id::text from policy.simulation where job = '" + jobs.getFirst() + "'";
        UUID id = UUID.fromString(world.text(made));
        if (world.number("select people from policy.simulation where id = '" + id + "'") == 0) {
            throw new IllegalStateException("nobody was simulated");
        }
        CurrentDesk.run(desk, () -> simulations.remove(id));
        world.quiet();
        return millis;
    }

    /** A region with amounts of its own that is not, and does not hold, the city. */
    private RegionCode other(RegionCode here) {
        return world.bean(DraftValues.class).regions().stream()
                .map(Pack::region)
                .filter(region -> !here.digits().startsWith(region) && !region.startsWith(here.digits()))
                .map(RegionCode::new)
                .findFirst()
                .orElseThrow();
    }

    private double floor(YearMonth month) throws Exception {
        Pass pass = new Pass();
        double whole = Timing.millis(() -> {
            CurrentDesk.run(desk, () -> big.counties().forEach(county -> read(county, month, pass)));
            return 0;
        });
        return whole + (MONTHS - 1) * pass.nanos / NANOS_PER_MILLI;
    }

    /** Time spent in the engine, in one month by one side. */
    private static final class Pass {
        private long nanos;
    }

    /** Reads a county as the simulation does; each chunk is laid into columns and decided once. */
    private void read(PlaceInfo county, YearMonth month, Pass pass) {
        RegionCode region = world.bean(RegionCodes.class).of(county.place());
        CompiledMonth compiled = Decider.of(world.bean(PackShelf.class).packs(), Question.of(region, month))
                .compiled();
        FactColumns columns = CompiledMonth.sharedColumns(List.of(compiled));
        Answers answers = compiled.answers();
        List<Person> chunk = new ArrayList<>(CHUNK);
        world.bean(KnownPeople.class).forEach(county.place(), known -> {
            chunk.add(known.person());
            if (chunk.size() == CHUNK) {
                pass.nanos += decide(chunk, compiled, columns, answers);
            }
        });
        pass.nanos += decide(chunk, compiled, columns, answers);
    }

    private static long decide(List<Person> chunk, CompiledMonth compiled, FactColumns columns, Answers answers) {
        long start = System.nanoTime();
        chunk.forEach(columns::add);
        compiled.decide(columns, answers);
        columns.clear();
        chunk.clear();
        return System.nanoTime() - start;
    }
}
