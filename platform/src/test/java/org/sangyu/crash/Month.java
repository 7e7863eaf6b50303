package org.sangyu.crash;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.CompareMonth;
import org.sangyu.benefits.internal.enrolment.EnrolmentFilter;
import org.sangyu.benefits.internal.enrolment.EnrolmentVerb;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments;
import org.sangyu.benefits.internal.enrolment.Selection;
import org.sangyu.policy.internal.Confirmations;
import org.sangyu.privacy.internal.Retention;
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
    private final Batch batch;
    private final Confirmations confirmations;
    private final Registry registry;
    private final Retention retention;

    Month(
            Office office,
            CompareMonth compare,
            MoveEnrolments moves,
            ChangeAccount accounts,
            Confirmations confirmations,
            Registry registry,
            Retention retention) {
        this.office = office;
        this.rosters = office.make(Rosters.class);
        this.bank = office.make(Bank.class);
        this.divisions = office.make(Divisions.class);
        this.compare = compare;
        this.moves = moves;
        this.accounts = accounts;
        this.batch = office.make(Batch.class);
        this.confirmations = confirmations;
        this.registry = registry;
        this.retention = retention;
    }

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
        office.as(Role.COUNTY_CLERK, compare::run);
        office.awaitRest();
        bank.answerAgain();
    }

    private List<Step> steps() {
        YearMonth month = YearMonth.from(office.today());
        return Stream.of(
                        List.of(
                                office.job("first roster", "import", 1, rosters::first),
                                office.job(
                                        "comparison",
                                        "benefits.propose",
                                        1,
                                        () -> office.as(Role.COUNTY_CLERK, compare::run)),
                                office.job(
                                        "village", "benefits.move", 1, () -> move(Role.VILLAGE, EnrolmentVerb.CHECK)),
                                office.job(
                                        "township",
                                        "benefits.move",
                                        2,
                                        () -> move(Role.TOWNSHIP, EnrolmentVerb.REVIEW)),
                                office.job(
                                        "county",
                                        "benefits.move",
                                        3,
                                        () -> move(Role.COUNTY_CLERK, EnrolmentVerb.APPROVE)),
                                office.job(
                                        "accounts",
                                        "benefits.accounts",
                                        1,
                                        () -> office.as(Role.COUNTY_REVIEWER, accounts::confirmAll)),
                                office.job("second roster", "import", 2, rosters::second),
                                office.step(
                                        "deaths",
                                        "select count(*) >= %d from registry.life_fact".formatted(DEATHS),
                                        this::deaths),
                                office.step(
                                        "settings",
                                        "select count(*) > 0 from policy.setting_confirmation",
                                        this::settings),
                                office.step(
                                        "opened", "select count(*) > 0 from benefits.cycle", () -> batch.open(month))),
                        batch.toTheBank(0, 0),
                        List.of(office.job("answered", "cycles.return", 1, bank::answer)),
                        office.make(NextMonth.class).steps(),
                        office.make(Questions.class).steps(),
                        office.make(OtherDepartment.class).steps(),
                        List.of(
                                office.job(
                                        "compared again",
                                        "benefits.propose",
                                        2,
                                        () -> office.as(Role.COUNTY_CLERK, compare::run)),
                                office.job("divisions", "regions.change", 1, divisions::merge),
                                office.job("retention", "privacy.forget", 1, this::forget)))
                .flatMap(List::stream)
                .toList();
    }

    private void move(Role role, EnrolmentVerb verb) {
        office.as(role, () -> {
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

    /** What is due is erased; nobody of these books has been dead long enough. */
    private void forget() {
        Desks.act(Role.ADMINISTRATOR, "C", retention::start);
    }

    private void settings() {
        office.as(
                Role.COUNTY_CHIEF,
                () -> confirmations.confirm(Confirmations.fingerprint(
                        confirmations.settings(office.county().place()))));
    }
}
