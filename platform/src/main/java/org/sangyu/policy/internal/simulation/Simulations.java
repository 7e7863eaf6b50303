package org.sangyu.policy.internal.simulation;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Simulations of a desk: makes them, finds them, shares them with colleagues of the same scope, removes them. */
@Component
@Transactional
public class Simulations {

    /** The longest span. */
    public static final int MOST_MONTHS = 36;

    private static final int MOST_LISTED = 200;
    private static final Set<Role> DESKS =
            Set.of(Role.COUNTY_CLERK, Role.COUNTY_REVIEWER, Role.COUNTY_CHIEF, Role.COUNTY_FINANCE, Role.CITY);

    private final SimulationRows rows;
    private final Jobs jobs;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    Simulations(SimulationRows rows, Jobs jobs, TimeOrderedIds ids, Audit audit, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be tried.
     *
     * @param last inclusive
     */
    public record Command(
            String name, Origin origin, String about, YearMonth first, YearMonth last, List<PackFile> files) {}

    /** True for desks that simulate: of a county or a city. */
    public static boolean maySimulate(Desk desk) {
        return DESKS.contains(desk.role())
                && (desk.place().level() == PlaceLevel.COUNTY || desk.place().level() == PlaceLevel.CITY);
    }

    /** The next calendar year: what a budget is made for. */
    public YearMonth nextYear() {
        return YearMonth.of(YearMonth.now(clock).getYear() + 1, 1);
    }

    /** Makes one for the current desk's place and starts it; the job's id. */
    public UUID start(Command command) {
        Desk desk = CurrentDesk.get();
        if (!maySimulate(desk)) {
            throw new IllegalStateException("this desk simulates nothing");
        }
        UUID id = ids.next();
        rows.insert(
                new Simulation(
                        id,
                        desk.place(),
                        command.name(),
                        command.origin(),
                        command.about(),
                        command.first(),
                        command.last(),
                        false,
                        null,
                        0,
                        0,
                        0,
                        new Simulation.By(desk.account(), desk.name(), clock.instant()),
                        null),
                command.files());
        UUID job = jobs.start(
                SimulationJob.KIND,
                Jobs.Title.of("simulation.job", command.name()),
                Map.of("simulation", id.toString()));
        rows.started(id, job);
        audit.write("simulation.start", id, desk.place(), Map.of("name", command.name(), "about", command.about()));
        return job;
    }

    /** One simulation; empty outside the scope or when a colleague keeps it to themselves. */
    @Transactional(readOnly = true)
    public Optional<Simulation> find(UUID id, Scope scope) {
        return rows.find(id, scope);
    }

    /** The newest ones, those of colleagues where they are shared. */
    @Transactional(readOnly = true)
    public List<Simulation> list(Scope scope) {
        return rows.list(scope, MOST_LISTED);
    }

    /** The values tried. */
    @Transactional(readOnly = true)
    @Unscoped("values of a draft; row security keeps them to the scope")
    public List<PackFile> files(UUID id) {
        return rows.files(id);
    }

    /** Lets colleagues of the same scope see it, or no longer; false when it is not one's own. */
    @Unscoped("one's own, by account")
    public boolean share(UUID id, boolean shared) {
        Desk desk = CurrentDesk.get();
        boolean done = rows.share(id, shared, desk);
        if (done) {
            audit.write("simulation.share", id, desk.place(), Map.of("shared", String.valueOf(shared)));
        }
        return done;
    }

    /** Removes it with its result; false when it is not one's own. */
    @Unscoped("one's own, by account")
    public boolean remove(UUID id) {
        Desk desk = CurrentDesk.get();
        boolean done = rows.remove(id, desk);
        if (done) {
            audit.write("simulation.remove", id, desk.place(), Map.of());
        }
        return done;
    }
}
