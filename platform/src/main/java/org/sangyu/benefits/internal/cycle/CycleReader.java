package org.sangyu.benefits.internal.cycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cycles for pages, and says what a desk may do to one now and why not. */
@Service
public class CycleReader {

    private final Cycles cycles;
    private final CycleRules rules;
    private final News news;
    private final CloseCycle closing;
    private final MonthDecisions decisions;

    CycleReader(Cycles cycles, CycleRules rules, News news, CloseCycle closing, MonthDecisions decisions) {
        this.cycles = cycles;
        this.rules = rules;
        this.news = news;
        this.closing = closing;
        this.decisions = decisions;
    }

    /** The cycle, if inside the scope. */
    @Transactional(readOnly = true)
    public Optional<Cycle> find(UUID id, Scope scope) {
        return cycles.find(id, scope);
    }

    /** Newest month first. */
    @Transactional(readOnly = true)
    public List<Cycle> list(Scope scope, int offset, int limit) {
        return cycles.list(scope, offset, limit);
    }

    /** What was done to it, by whom. */
    @Transactional(readOnly = true)
    public List<CycleStep> steps(UUID cycle) {
        return cycles.steps(cycle);
    }

    /** Why the present desk cannot do it now; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> forbids(Cycle cycle, CycleVerb verb) {
        return rules.forbids(cycle, verb, CurrentDesk.get());
    }

    /** Benefits that the county may put into a cycle. */
    @Transactional(readOnly = true)
    public List<MonthDecisions.Benefit> payable(Place county) {
        List<String> ids = rules.payable(county);
        return decisions.benefits(county).stream()
                .filter(benefit -> ids.contains(benefit.id()))
                .toList();
    }

    /** All benefits of a county, for their names. */
    public List<MonthDecisions.Benefit> benefits(Place county) {
        return decisions.benefits(county);
    }

    /** True when the county's settings were confirmed, so that files may be made. */
    public boolean settingsAreConfirmed(Place county) {
        return rules.forbidsUnconfirmed(county).isEmpty();
    }

    /** A line that something learned after freezing touches. */
    public record Touched(UUID elder, String name, String benefit, HoldReason why, String day) {}

    /** Deaths, changes of accounts and of enrolment that were learned after the roster was frozen. */
    @Transactional(readOnly = true)
    public List<Touched> news(Cycle cycle) {
        return news.since(cycle).stream()
                .map(item -> new Touched(
                        item.elder(),
                        item.name(),
                        item.benefit(),
                        item.why(),
                        item.died() == null ? "" : item.died().toString()))
                .toList();
    }

    /** How many refused payments can be sent again now. */
    @Transactional(readOnly = true)
    public long retryable(Cycle cycle) {
        return closing.retryable(cycle);
    }

    /** How many payments have no answer yet. */
    @Transactional(readOnly = true)
    public long unanswered(Cycle cycle) {
        return closing.unanswered(cycle);
    }

    /** Cycles of the desk's county at which its role has the next step to do. */
    @Transactional(readOnly = true)
    public List<Cycle> waiting(Desk desk) {
        return cycles.list(desk.scope(), 0, 100).stream()
                .filter(cycle -> cycle.county().equals(desk.place()))
                .filter(cycle -> next(cycle.state()).roles().contains(desk.role()))
                .filter(cycle -> cycle.state() != CycleState.CLOSED)
                .toList();
    }

    /** The ordinary next step from a state. */
    public static CycleVerb next(CycleState state) {
        return switch (state) {
            case OPEN -> CycleVerb.COMPUTE;
            case COMPUTED -> CycleVerb.FREEZE;
            case FROZEN -> CycleVerb.REVIEW;
            case REVIEWED -> CycleVerb.APPROVE;
            case APPROVED -> CycleVerb.AUTHORISE;
            case AUTHORISED -> CycleVerb.RELEASE;
            case RELEASED -> CycleVerb.RECONCILE;
            case RECONCILED, CLOSED -> CycleVerb.CLOSE;
        };
    }
}
