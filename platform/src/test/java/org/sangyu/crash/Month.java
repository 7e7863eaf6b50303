package org.sangyu.crash;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.CompareMonth;
import org.sangyu.benefits.internal.enrolment.EnrolmentFilter;
import org.sangyu.benefits.internal.enrolment.EnrolmentVerb;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments;
import org.sangyu.benefits.internal.enrolment.Selection;
import org.sangyu.policy.internal.Confirmations;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;

/**
 * A county's month, deed by deed, as people at their desks do it; whoever comes after a crash goes on with the first
 * deed that is not yet begun.
 */
final class Month {

    private static final int DEATHS = 5;

    private final Rosters rosters;
    private final Bank bank;
    private final Divisions divisions;
    private final Office office;
    private final CompareMonth compare;
    private final MoveEnrolments moves;
    private final ChangeAccount accounts;
    private final CycleDesk cycles;
    private final Confirmations confirmations;
    private final Registry registry;

    Month(
            Office office,
            CompareMonth compare,
            MoveEnrolments moves,
            ChangeAccount accounts,
            CycleDesk cycles,
            Confirmations confirmations,
            Registry registry) {
        this.office = office;
        this.rosters = office.make(Rosters.class);
        this.bank = office.make(Bank.class);
        this.divisions = office.make(Divisions.class);
        this.compare = compare;
        this.moves = moves;
        this.accounts = accounts;
        this.cycles = cycles;
        this.confirmations = confirmations;
        this.registry = registry;
    }

    /** One deed, and how to tell that it was begun. */
    private record Step(String name, BooleanSupplier begun, Runnable deed) {}

    /** Waits for what still runs, then does every deed that is not begun, one after the other. */
    void goOn() {
        for (Step step : steps()) {
            office.awaitRest();
            if (!step.begun().getAsBoolean()) {
                step.deed().run();
            }
        }
        office.awaitRest();
    }

    /** The same roster, the same comparison, the same answer once more. */
    void again() {
        rosters.secondAgain();
        office.awaitRest();
        as(Role.COUNTY_CLERK, compare::run);
        office.awaitRest();
        bank.answerAgain();
    }

    private List<Step> steps() {
        return List.of(
                job("first roster", "import", 1, rosters::first),
                job("comparison", "benefits.propose", 1, () -> as(Role.COUNTY_CLERK, compare::run)),
                job("village", "benefits.move", 1, () -> move(Role.VILLAGE, EnrolmentVerb.CHECK)),
                job("township", "benefits.move", 2, () -> move(Role.TOWNSHIP, EnrolmentVerb.REVIEW)),
                job("county", "benefits.move", 3, () -> move(Role.COUNTY_CLERK, EnrolmentVerb.APPROVE)),
                job("accounts", "benefits.accounts", 1, () -> as(Role.COUNTY_REVIEWER, accounts::confirmAll)),
                job("second roster", "import", 2, rosters::second),
                step("deaths", "select count(*) >= %d from registry.life_fact".formatted(DEATHS), this::deaths),
                step("settings", "select count(*) > 0 from policy.setting_confirmation", this::settings),
                step("opened", "select count(*) > 0 from benefits.cycle", this::open),
                job("computed", "cycles.compute", 1, () -> cycle(Role.COUNTY_CLERK, cycles::compute)),
                job("frozen", "cycles.freeze", 1, () -> cycle(Role.COUNTY_CLERK, cycles::freeze)),
                stood("reviewed", "REVIEW", () -> cycle(Role.COUNTY_REVIEWER, on -> cycles.review(on, ""))),
                stood("approved", "APPROVE", () -> cycle(Role.COUNTY_CHIEF, on -> cycles.approve(on, ""))),
                stood("authorised", "AUTHORISE", () -> cycle(Role.COUNTY_FINANCE, cycles::authorise)),
                job(
                        "released",
                        "cycles.release",
                        1,
                        () -> cycle(Role.COUNTY_FINANCE, on -> cycles.release(on, "bank"))),
                job("answered", "cycles.return", 1, bank::answer),
                job("divisions", "regions.change", 1, divisions::merge));
    }

    private Step job(String name, String kind, int number, Runnable deed) {
        return step(name, "select count(*) >= %d from jobs.job where kind = '%s'".formatted(number, kind), deed);
    }

    private Step stood(String name, String verb, Runnable deed) {
        return step(name, "select count(*) > 0 from benefits.cycle_step where verb = '%s'".formatted(verb), deed);
    }

    private Step step(String name, String begun, Runnable deed) {
        return new Step(name, () -> office.isTrue(begun), deed);
    }

    private <T> T as(Role role, java.util.function.Supplier<T> deed) {
        return Desks.at(role, office.county().place().path(), deed);
    }

    private void move(Role role, EnrolmentVerb verb) {
        as(role, () -> {
            MoveEnrolments.Result result = moves.run(
                    new MoveEnrolments.Command(verb, new Selection(List.of(), true, EnrolmentFilter.ALL), "", null));
            if (!(result instanceof MoveEnrolments.Result.Started)) {
                throw new IllegalStateException(verb + " needs no job: " + result);
            }
            return result;
        });
    }

    /** Five of those on the books died last month. */
    private void deaths() {
        List<UUID> dead = office.list("""
            select e.elder from benefits.enrolment e join registry.elder r on r.id = e.elder
            where e.status = 'ACTIVE' group by e.elder, r.id_idx order by r.id_idx limit %d\
            """.formatted(DEATHS), UUID.class);
        LocalDate day = office.today().minusMonths(1);
        NewFact died = new NewFact(new FactContent.Life(FactContent.LifeKind.DIED), Period.from(day), "FUNERAL", null);
        Desk clerk = Desks.of(Role.COUNTY_CLERK, office.county().place().path());
        CurrentDesk.run(
                clerk,
                () -> office.inOne(() -> dead.forEach(id -> {
                    ElderSummary person =
                            registry.find(new ElderId(id), clerk.scope()).orElseThrow();
                    registry.record(person.id(), person.version(), died);
                })));
    }

    private void settings() {
        as(
                Role.COUNTY_CHIEF,
                () -> confirmations.confirm(Confirmations.fingerprint(
                        confirmations.settings(office.county().place()))));
    }

    private void open() {
        List<String> benefits = office.list(
                "select distinct benefit from benefits.enrolment where status = 'ACTIVE' order by 1", String.class);
        YearMonth month = YearMonth.from(office.today());
        CycleDesk.Opening opening = as(Role.COUNTY_CLERK, () -> cycles.open(benefits, month, month));
        if (opening instanceof CycleDesk.Opening.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /** What a desk does to the cycle. */
    private interface Deed {
        java.util.Optional<Refusal> on(CycleDesk.On on);
    }

    private void cycle(Role role, Deed deed) {
        CycleDesk.On on = office.list("select id || '/' || row_version from benefits.cycle", String.class).stream()
                .map(text -> text.split("/", 2))
                .map(parts -> new CycleDesk.On(UUID.fromString(parts[0]), Integer.parseInt(parts[1])))
                .findFirst()
                .orElseThrow();
        as(role, () -> deed.on(on)).ifPresent(why -> {
            throw new IllegalStateException(role + ": " + why);
        });
    }
}
