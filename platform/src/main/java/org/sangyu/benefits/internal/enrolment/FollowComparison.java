package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import java.util.function.Consumer;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.HitAnswered;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows comparison with other departments: who is said to have died or moved is suspended at once, and paid on with
 * the months held when somebody saw them.
 *
 * <p>What a death or a move away ends follows from the fact by itself ({@link FollowPeople}). The same event twice finds nothing more to do.
 */
@Component
public class FollowComparison {

    private static final int PAGE = 2_000;

    /** Nobody's desk, to see the county; who handed the list in or answered signs each step. */
    private static final Desk SYSTEM = Desk.of("system", "系统", Role.ADMINISTRATOR, Place.NATION);

    private final ObjectProvider<Comparisons> comparisons;
    private final ComparisonRows rows;
    private final FollowRows follow;
    private final BenefitRules rules;
    private final Procedures procedures;
    private final TimeOrderedIds ids;
    private final TransactionTemplate transactions;

    FollowComparison(
            ObjectProvider<Comparisons> comparisons,
            ComparisonRows rows,
            FollowRows follow,
            BenefitRules rules,
            Procedures procedures,
            TimeOrderedIds ids,
            PlatformTransactionManager manager) {
        this.comparisons = comparisons;
        this.rows = rows;
        this.follow = follow;
        this.rules = rules;
        this.procedures = procedures;
        this.ids = ids;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @ApplicationModuleListener
    void on(PeopleCompared event) {
        KillPoint.at("enrolment.people-compared");
        suspend(event);
    }

    @ApplicationModuleListener
    void on(HitAnswered event) {
        KillPoint.at("enrolment.hit-answered");
        answer(event);
    }

    /** Suspends whom the list hit, some thousand at a time. */
    public void suspend(PeopleCompared event) {
        if (event.kind() == Comparisons.Kind.SEEN || event.hits() == 0) {
            return;
        }
        Scope county = Scope.of(event.county());
        CurrentDesk.run(
                SYSTEM,
                () -> comparisons.ifAvailable(asked -> pages(
                        after -> asked.hits(event.comparison(), county, after, PAGE),
                        hits -> rows.suspend(
                                event, hits.stream().map(Comparisons.Hit::elder).toList(), paidHere(event.county())))));
    }

    /** Suspends whoever began to be paid, or was resumed for another reason, while a list still spoke against them. */
    public void suspendOpen(Place county) {
        List<PeopleCompared> open = CurrentDesk.call(
                SYSTEM,
                () -> transactions.execute(status -> {
                    Comparisons asked = comparisons.getIfAvailable();
                    return asked == null ? List.<PeopleCompared>of() : asked.open(county);
                }));
        open.forEach(this::suspend);
    }

    private interface Reading {
        List<Comparisons.Hit> after(int row);
    }

    private void pages(Reading reading, Consumer<List<Comparisons.Hit>> taker) {
        int after = 0;
        List<Comparisons.Hit> page;
        do {
            int from = after;
            page = transactions.execute(status -> {
                List<Comparisons.Hit> hits = reading.after(from);
                if (!hits.isEmpty()) {
                    taker.accept(hits);
                }
                return hits;
            });
            after = page.isEmpty() ? after : page.getLast().row();
        } while (page.size() == PAGE);
    }

    private List<Procedure> paidHere(Place county) {
        List<String> benefits =
                rules.benefits(county).stream().map(BenefitRules.Benefit::id).toList();
        return procedures.of(county, benefits, Scope.of(county)).stream()
                .filter(rule -> rule.mode() == BenefitMode.PAID_HERE)
                .toList();
    }

    /** Goes on paying who was seen. */
    public void answer(HitAnswered event) {
        CurrentDesk.run(
                SYSTEM,
                () -> transactions.executeWithoutResult(status -> {
                    if (!event.right()) {
                        rows.resume(ids.next(), event);
                    }
                }));
    }
}
