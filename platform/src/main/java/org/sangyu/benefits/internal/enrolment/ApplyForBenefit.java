package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.Beginnings.Beginning;
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
        return run(List.of(command)).getFirst();
    }

    /** Takes many in together; an answer for each, in their order. */
    @Transactional
    public List<Result> run(List<Command> commands) {
        Desk desk = CurrentDesk.get();
        YearMonth month = YearMonth.now(clock);
        Map<ElderId, People.Person> persons = DESKS.contains(desk.role())
                ? people.of(commands.stream().map(Command::elder).distinct().toList(), desk.scope())
                : Map.of();
        Map<Command, Answer> answers = answers(commands, persons, month);
        Map<Command, UUID> open = enrolments.open(answers.keySet(), desk.scope());
        Map<Command, Result> results = new HashMap<>();
        List<Beginning> beginnings = new ArrayList<>();
        answers.forEach((command, answer) -> {
            UUID already = open.get(command);
            if (answer.outcome() == Outcome.UNDETERMINED) {
                results.put(command, new Result.Undetermined(answer));
            } else if (already != null) {
                results.put(command, new Result.AlreadyOpen(Optional.of(already)));
            } else {
                Place place =
                        Objects.requireNonNull(persons.get(command.elder())).place();
                beginnings.add(beginning(command, place, month, answer));
            }
        });
        Set<UUID> begun = begin(beginnings, desk);
        beginnings.forEach(one -> results.put(
                new Command(one.elder(), one.benefit(), Objects.requireNonNull(one.applicant())),
                !begun.contains(one.id())
                        ? new Result.AlreadyOpen(Optional.empty())
                        : one.status() == EnrolmentStatus.REFUSED
                                ? new Result.Refused(one.id())
                                : new Result.Accepted(one.id())));
        return commands.stream()
                .map(command -> results.getOrDefault(command, none(command, persons)))
                .toList();
    }

    /** What the decisions of the month say about those who can apply here; the others are left out. */
    private Map<Command, Answer> answers(List<Command> commands, Map<ElderId, People.Person> persons, YearMonth month) {
        Map<Command, Answer> answers = new LinkedHashMap<>();
        byCounty(commands, persons).forEach((county, here) -> {
            List<String> benefits = here.stream()
                    .map(Command::benefit)
                    .distinct()
                    .filter(benefit -> isPaidHere(county, benefit))
                    .toList();
            if (benefits.isEmpty()) {
                return;
            }
            List<ElderId> elders = here.stream().map(Command::elder).distinct().toList();
            Map<ElderId, List<Answer>> said = rules.ask(county, elders, benefits, month);
            for (Command command : here) {
                int at = benefits.indexOf(command.benefit());
                List<Answer> ofOne = said.get(command.elder());
                if (at >= 0 && ofOne != null) {
                    answers.put(command, ofOne.get(at));
                }
            }
        });
        return answers;
    }

    private static Map<Place, List<Command>> byCounty(List<Command> commands, Map<ElderId, People.Person> persons) {
        Map<Place, List<Command>> counties = new LinkedHashMap<>();
        for (Command command : commands) {
            People.Person person = persons.get(command.elder());
            if (person != null && hasCounty(person.place())) {
                counties.computeIfAbsent(person.place().at(PlaceLevel.COUNTY), county -> new ArrayList<>())
                        .add(command);
            }
        }
        return counties;
    }

    private boolean isPaidHere(Place county, String benefit) {
        return isKnown(county, benefit)
                && procedures.of(county, benefit, CurrentDesk.get().scope()).mode() != BenefitMode.MIRRORED;
    }

    private boolean isKnown(Place county, String benefit) {
        return rules.benefits(county).stream().anyMatch(one -> one.id().equals(benefit));
    }

    /** Why somebody has no answer: another office pays, or such a person or benefit does not exist here. */
    private Result none(Command command, Map<ElderId, People.Person> persons) {
        People.Person person = persons.get(command.elder());
        if (person == null || !hasCounty(person.place())) {
            return new Result.NotHere();
        }
        Place county = person.place().at(PlaceLevel.COUNTY);
        return isKnown(county, command.benefit()) && !isPaidHere(county, command.benefit())
                ? new Result.PaidElsewhere()
                : new Result.NotHere();
    }

    private Beginning beginning(Command command, Place place, YearMonth month, Answer answer) {
        return new Beginning(
                ids.next(),
                ids.next(),
                command.elder(),
                place,
                command.benefit(),
                answer.outcome() == Outcome.NOT_ENTITLED ? EnrolmentStatus.REFUSED : EnrolmentStatus.PROPOSED,
                EnrolmentWay.APPLICATION,
                command.applicant(),
                null,
                month,
                answer);
    }

    /** One line in the audit for one application, one for all where there are many. */
    private Set<UUID> begin(List<Beginning> wanted, Desk desk) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Set<UUID> begun = beginnings.begin(wanted, desk);
        Beginning first = wanted.getFirst();
        if (wanted.size() > 1) {
            audit.write("enrolment.apply", null, desk.place(), Map.of("count", String.valueOf(begun.size())));
        } else if (!begun.isEmpty()) {
            audit.write(
                    "enrolment.apply",
                    first.id(),
                    first.place(),
                    Map.of(
                            "benefit",
                            first.benefit(),
                            "answer",
                            first.answer().outcome().name()));
        }
        return begun;
    }

    /**
     * Takes back applications made at this desk with which nobody has gone on.
     *
     * @return those taken back; with the others somebody has gone on, or they are not this desk's
     */
    @Transactional
    public Set<UUID> withdraw(List<UUID> enrolments) {
        Desk desk = CurrentDesk.get();
        Set<UUID> withdrawn = enrolments.isEmpty() ? Set.of() : beginnings.withdraw(enrolments, ids.next(), desk);
        if (!withdrawn.isEmpty()) {
            audit.write(
                    "enrolment.withdraw",
                    withdrawn.size() == 1 ? withdrawn.iterator().next() : null,
                    desk.place(),
                    Map.of("count", String.valueOf(withdrawn.size())));
        }
        return withdrawn;
    }

    private static boolean hasCounty(Place place) {
        return place.path().length() >= PlaceLevel.COUNTY.pathLength();
    }
}
