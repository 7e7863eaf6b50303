package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Answer;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Outcome;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in an application, made by the elder, a relative, or a clerk on their behalf.
 *
 * <p>The decision of the month answers first: entitled goes to the village, not entitled is refused at once with its
 * reasons, and what is not known yet starts nothing.
 */
@Component
public class ApplyForBenefit {

    private static final Set<Role> DESKS = Set.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final People people;
    private final BenefitRules rules;
    private final Procedures procedures;
    private final Beginnings beginnings;
    private final Enrolments enrolments;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    ApplyForBenefit(
            People people,
            BenefitRules rules,
            Procedures procedures,
            Beginnings beginnings,
            Enrolments enrolments,
            TimeOrderedIds ids,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.rules = rules;
        this.procedures = procedures;
        this.beginnings = beginnings;
        this.enrolments = enrolments;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who asks for what.
     *
     * @param applicant who applies, for example the elder or a relative with the relation
     */
    public record Command(ElderId elder, String benefit, String applicant) {}

    /** How it was answered. */
    public sealed interface Result {

        /** Waits for the village now. */
        record Accepted(UUID enrolment) implements Result {}

        /** Refused by the decision; kept with its reasons. */
        record Refused(UUID enrolment) implements Result {}

        /** Nothing began: this is missing. */
        record Undetermined(Answer answer) implements Result {}

        /** The person is enrolled already; the id when this desk may see it, else another county pays. */
        record AlreadyOpen(Optional<UUID> enrolment) implements Result {}

        /** Another office pays it. */
        record PaidElsewhere() implements Result {}

        /** Such a person, benefit or desk does not exist here. */
        record NotHere() implements Result {}
    }

    /** True for desks that take in applications. */
    public static boolean mayApply(Role role) {
        return DESKS.contains(role);
    }

    /** Takes it in at the current desk. */
    @Transactional
    public Result run(Command command) {
        Desk desk = CurrentDesk.get();
        Optional<People.Person> person = people.find(command.elder(), desk.scope());
        if (person.isEmpty()
                || !DESKS.contains(desk.role())
                || !hasCounty(person.get().place())) {
            return new Result.NotHere();
        }
        Place county = person.get().place().at(PlaceLevel.COUNTY);
        if (rules.benefits(county).stream().noneMatch(benefit -> benefit.id().equals(command.benefit()))) {
            return new Result.NotHere();
        }
        if (procedures.of(county, command.benefit(), desk.scope()).mode() == BenefitMode.MIRRORED) {
            return new Result.PaidElsewhere();
        }
        YearMonth month = YearMonth.now(clock);
        Optional<Answer> answer = rules.ask(county, command.elder(), command.benefit(), month);
        if (answer.isEmpty()) {
            return new Result.NotHere();
        }
        if (answer.get().outcome() == Outcome.UNDETERMINED) {
            return new Result.Undetermined(answer.get());
        }
        return begin(command, person.get(), month, answer.get());
    }

    /**
     * Takes back an application made at this desk with which nobody has gone on.
     *
     * @return false when somebody has, or it is not this desk's; nothing was done
     */
    @Transactional
    public boolean withdraw(UUID enrolment) {
        Desk desk = CurrentDesk.get();
        boolean withdrawn = beginnings.withdraw(enrolment, ids.next(), desk);
        if (withdrawn) {
            audit.write("enrolment.withdraw", enrolment, desk.place(), Map.of());
        }
        return withdrawn;
    }

    private Result begin(Command command, People.Person person, YearMonth month, Answer answer) {
        Desk desk = CurrentDesk.get();
        boolean refused = answer.outcome() == Outcome.NOT_ENTITLED;
        Optional<UUID> open = open(command, desk);
        if (open.isPresent()) {
            return new Result.AlreadyOpen(open);
        }
        UUID id = ids.next();
        boolean begun = beginnings.begin(
                new Beginnings.Beginning(
                        id,
                        ids.next(),
                        command.elder(),
                        person.place(),
                        command.benefit(),
                        refused ? EnrolmentStatus.REFUSED : EnrolmentStatus.PROPOSED,
                        EnrolmentWay.APPLICATION,
                        command.applicant(),
                        null,
                        month,
                        answer),
                desk);
        if (!begun) {
            return new Result.AlreadyOpen(Optional.empty());
        }
        audit.write(
                "enrolment.apply",
                id,
                person.place(),
                Map.of("benefit", command.benefit(), "answer", answer.outcome().name()));
        return refused ? new Result.Refused(id) : new Result.Accepted(id);
    }

    private Optional<UUID> open(Command command, Desk desk) {
        List<Enrolment> all = enrolments.of(command.elder(), desk.scope());
        return all.stream()
                .filter(one ->
                        one.benefit().equals(command.benefit()) && one.status().isOpen())
                .map(Enrolment::id)
                .findFirst();
    }

    private static boolean hasCounty(Place place) {
        return place.path().length() >= PlaceLevel.COUNTY.pathLength();
    }
}
