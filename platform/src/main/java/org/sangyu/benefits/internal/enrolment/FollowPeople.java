package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Answer;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Outcome;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows what the registry learns about enrolled people.
 *
 * <p>Death ends with the month after it. A move inside the county moves the row. A move to another county, or away, ends
 * here with the month at whose end the person was registered there; another county of this installation is given a
 * proposal with the months already paid. Done again it changes nothing.
 */
@Component
public class FollowPeople {

    private static final int CHUNK = 2_000;
    /** Who changed is found by looking at everybody in the scope, so it is asked seldom. */
    private static final int PAGE = 20 * CHUNK;

    private final People people;
    private final FollowRows rows;
    private final BenefitRules rules;
    private final Procedures procedures;
    private final Beginnings beginnings;
    private final TimeOrderedIds ids;
    /** New ones, so that each carries the scope of the desk bound here, whatever runs around it. */
    private final TransactionTemplate transactions;

    FollowPeople(
            People people,
            FollowRows rows,
            BenefitRules rules,
            Procedures procedures,
            Beginnings beginnings,
            TimeOrderedIds ids,
            PlatformTransactionManager manager) {
        this.people = people;
        this.rows = rows;
        this.rules = rules;
        this.procedures = procedures;
        this.beginnings = beginnings;
        this.ids = ids;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Looks at everybody about whom something was learned since the instant, in the scope of the current desk. */
    public void run(Instant since) {
        Desk desk = CurrentDesk.get();
        List<ElderId> page = page(desk, since, null);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += CHUNK) {
                List<ElderId> chunk = page.subList(from, Math.min(page.size(), from + CHUNK));
                transactions.executeWithoutResult(status -> follow(desk, chunk));
            }
            page = page(desk, since, page.getLast());
        }
    }

    private List<ElderId> page(Desk desk, Instant since, @Nullable ElderId after) {
        return Objects.requireNonNull(
                transactions.execute(status -> people.changedSince(desk.scope(), since, after, PAGE)));
    }

    private void follow(Desk desk, List<ElderId> elders) {
        List<FollowRows.Open> open = rows.open(elders);
        if (open.isEmpty()) {
            return;
        }
        Map<ElderId, People.Person> known =
                people.of(open.stream().map(FollowRows.Open::elder).toList(), desk.scope());
        Map<ElderId, LocalDate> away = people.movedOut(known.keySet(), desk.scope());
        List<FollowRows.End> ends = new ArrayList<>();
        List<FollowRows.Move> moves = new ArrayList<>();
        for (FollowRows.Open one : open) {
            People.Person person = known.get(one.elder());
            if (person == null) {
                continue;
            }
            if (person.died() != null) {
                YearMonth month = YearMonth.from(person.died());
                ends.add(new FollowRows.End(
                        one.id(), month.plusMonths(1), Why.of("benefits.why.died", month.toString())));
            } else if (away.get(one.elder()) instanceof LocalDate day) {
                YearMonth month = YearMonth.from(day);
                ends.add(new FollowRows.End(one.id(), month, Why.of("benefits.why.moved-out", month.toString())));
            } else if (!person.place().equals(one.place())) {
                moved(desk, one, person, ends, moves);
            }
        }
        rows.end(ids.next(), ends, desk);
        rows.move(moves);
        ends.forEach(end -> reopen(desk, end, open, known));
    }

    private void moved(
            Desk desk,
            FollowRows.Open one,
            People.Person person,
            List<FollowRows.End> ends,
            List<FollowRows.Move> moves) {
        if (one.county().contains(person.place())) {
            moves.add(new FollowRows.Move(one.id(), person.place()));
            return;
        }
        people.registeredSince(person.id(), desk.scope())
                .ifPresent(month ->
                        ends.add(new FollowRows.End(one.id(), month, Why.of("benefits.why.moved", month.toString()))));
    }

    private void reopen(Desk desk, FollowRows.End end, List<FollowRows.Open> open, Map<ElderId, People.Person> known) {
        FollowRows.Open old = open.stream()
                .filter(one -> one.id().equals(end.enrolment()))
                .findFirst()
                .orElseThrow();
        People.Person person = known.get(old.elder());
        if (person == null
                || person.died() != null
                || old.county().contains(person.place())
                || person.place().path().length() < PlaceLevel.COUNTY.pathLength()) {
            return;
        }
        Place county = person.place().at(PlaceLevel.COUNTY);
        if (rules.benefits(county).stream().noneMatch(benefit -> benefit.id().equals(old.benefit()))
                || procedures.of(county, old.benefit(), desk.scope()).mode() != BenefitMode.PAID_HERE) {
            return;
        }
        Optional<Answer> answer = rules.ask(county, old.elder(), old.benefit(), end.from());
        if (answer.isPresent() && answer.get().outcome() == Outcome.ENTITLED) {
            UUID id = ids.next();
            beginnings.begin(
                    new Beginnings.Beginning(
                            id,
                            ids.next(),
                            old.elder(),
                            person.place(),
                            old.benefit(),
                            EnrolmentStatus.PROPOSED,
                            EnrolmentWay.MOVED,
                            null,
                            end.from(),
                            end.from(),
                            answer.get()),
                    desk);
        }
    }
}
