package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Everything a person does to a cycle: each deed is checked against desk, state, order of months and two-person rules. */
@Service
public class CycleDesk {

    private static final int MOST_MONTHS = 12;

    private final Cycles cycles;
    private final CycleRules rules;
    private final News news;
    private final CloseCycle closing;
    private final TimeOrderedIds ids;
    private final Jobs jobs;
    private final Audit audit;

    CycleDesk(
            Cycles cycles,
            CycleRules rules,
            News news,
            CloseCycle closing,
            TimeOrderedIds ids,
            Jobs jobs,
            Audit audit) {
        this.cycles = cycles;
        this.rules = rules;
        this.news = news;
        this.closing = closing;
        this.ids = ids;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** What came of opening: a cycle's id, or why not. */
    public sealed interface Opening {
        /** It is open. */
        record Opened(UUID cycle) implements Opening {}

        /** It is not. */
        record Refused(Refusal why) implements Opening {}
    }

    /** Which page a deed comes from: the cycle, and its row version as shown there. */
    public record On(UUID cycle, int rowVersion) {}

    /** Opens a cycle for the county of the desk; months follow one another without going back. */
    @Transactional
    public Opening open(List<String> benefits, YearMonth first, YearMonth last) {
        Desk desk = CurrentDesk.get();
        if (desk.place().level() != PlaceLevel.COUNTY
                || !CycleVerb.COMPUTE.roles().contains(desk.role())) {
            return new Opening.Refused(new Refusal("cycles.cycle.refused.desk", List.of()));
        }
        Place county = desk.place();
        if (benefits.isEmpty()
                || last.isBefore(first)
                || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            return new Opening.Refused(new Refusal("cycles.cycle.refused.months", List.of()));
        }
        Optional<Refusal> refusal = rules.forbidsOpening(county, benefits, first);
        if (refusal.isPresent()) {
            return new Opening.Refused(refusal.get());
        }
        UUID id = ids.next();
        cycles.insert(id, county, benefits, new LinesOwed.Months(first, last));
        audit.write("cycle.open", id, county, Map.of("months", first + "–" + last, "benefits", benefits.toString()));
        return new Opening.Opened(id);
    }

    /** Starts the computation in the background. */
    @Transactional
    public Optional<Refusal> compute(On on) {
        return start(on, CycleVerb.COMPUTE, ComputeCycle.KIND, Map.of());
    }

    /** Starts freezing in the background. */
    @Transactional
    public Optional<Refusal> freeze(On on) {
        return start(on, CycleVerb.FREEZE, FreezeCycle.KIND, Map.of());
    }

    /** Says that the roster was reviewed. */
    @Transactional
    public Optional<Refusal> review(On on, String note) {
        return move(on, CycleVerb.REVIEW, note);
    }

    /** Approves the whole reviewed roster in one act, however long it is. */
    @Transactional
    public Optional<Refusal> approve(On on, String note) {
        return move(on, CycleVerb.APPROVE, note);
    }

    /** Gives the roster back with a reason; it is computed again and becomes the next version. */
    @Transactional
    public Optional<Refusal> returnBack(On on, String why) {
        if (why.isBlank()) {
            return Refusal.of("cycles.cycle.refused.why");
        }
        Optional<Refusal> refusal = move(on, CycleVerb.RETURN, why);
        if (refusal.isEmpty()) {
            closing.returned(on.cycle(), why);
        }
        return refusal;
    }

    /** Holds single lines of a frozen roster with a reason; they come back by themselves next time. */
    @Transactional
    public Optional<Refusal> hold(On on, List<UUID> lines, String why) {
        if (why.isBlank() || lines.isEmpty()) {
            return Refusal.of(lines.isEmpty() ? "cycles.cycle.refused.nothing" : "cycles.cycle.refused.why");
        }
        Desk desk = CurrentDesk.get();
        return checked(on, CycleVerb.HOLD, cycle -> {
            int held = news.hold(cycle, lines.toArray(UUID[]::new), new News.Held(HoldReason.MANUAL, why, desk.name()));
            if (held == 0) {
                return Refusal.of("cycles.cycle.refused.nothing");
            }
            return stepped(cycle, CycleVerb.HOLD, held + " · " + why.strip());
        });
    }

    /** Takes a reviewer's own holds back, as long as nobody has reviewed the roster without those lines. */
    @Transactional
    public Optional<Refusal> unhold(On on, List<UUID> lines) {
        return checked(on, CycleVerb.UNHOLD, cycle -> {
            int freed = lines.isEmpty() ? 0 : news.unhold(cycle, lines.toArray(UUID[]::new));
            return freed == 0
                    ? Refusal.of("cycles.cycle.refused.nothing-held")
                    : stepped(cycle, CycleVerb.UNHOLD, String.valueOf(freed));
        });
    }

    /** Authorises payment: holds what news touches, by a person who did nothing else to it. */
    @Transactional
    public Optional<Refusal> authorise(On on) {
        return checked(on, CycleVerb.AUTHORISE, cycle -> {
            int held = news.hold(cycle);
            return stepped(cycle, CycleVerb.AUTHORISE, held == 0 ? "" : String.valueOf(held));
        });
    }

    /** Starts making the files; the county's settings must have been confirmed by a named person. */
    @Transactional
    public Optional<Refusal> release(On on, String format) {
        return rules.forbidsFormat(format)
                .or(() -> rules.forbidsUnconfirmed(CurrentDesk.get().place()))
                .or(() -> checked(
                        on,
                        CycleVerb.RELEASE,
                        cycle -> rules.forbidsLetters(cycle, format)
                                .or(() -> startJob(cycle, ReleaseCycle.KIND, Map.of("format", format)))));
    }

    /** Starts a next file with the payments that failed and whose accounts were confirmed again since. */
    @Transactional
    public Optional<Refusal> retry(On on) {
        return checked(on, CycleVerb.RETRY, cycle -> {
            if (closing.retryable(cycle) == 0) {
                return Refusal.of("cycles.cycle.refused.retry");
            }
            return rules.forbidsLettersAgain(cycle)
                    .or(() -> startJob(
                            cycle,
                            ReleaseCycle.KIND,
                            Map.of("format", String.valueOf(cycle.format()), "retry", "true")));
        });
    }

    /** Says that every payment has an answer. */
    @Transactional
    public Optional<Refusal> reconcile(On on) {
        return checked(on, CycleVerb.RECONCILE, cycle -> {
            long open = closing.unanswered(cycle);
            return open > 0
                    ? Refusal.of("cycles.cycle.refused.unanswered", open)
                    : stepped(cycle, CycleVerb.RECONCILE, "");
        });
    }

    /** Closes the cycle; what failed or was held comes back in the next one. */
    @Transactional
    public Optional<Refusal> close(On on) {
        Optional<Refusal> refusal = move(on, CycleVerb.CLOSE, "");
        if (refusal.isEmpty()) {
            cycles.releaseMonths(on.cycle());
        }
        return refusal;
    }

    private Optional<Refusal> move(On on, CycleVerb verb, String note) {
        return checked(on, verb, cycle -> stepped(cycle, verb, note));
    }

    private Optional<Refusal> stepped(Cycle cycle, CycleVerb verb, String note) {
        CycleState to = CycleMoves.target(cycle.state(), verb).orElseThrow();
        if (!cycles.step(cycle, verb, to, note)) {
            return Refusal.of("cycles.cycle.refused.stale");
        }
        audit.write(
                "cycle." + verb.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                cycle.id(),
                cycle.county(),
                Map.of("version", String.valueOf(cycle.version()), "note", note));
        return Refusal.none();
    }

    private Optional<Refusal> start(On on, CycleVerb verb, String kind, Map<String, String> arguments) {
        return checked(on, verb, cycle -> startJob(cycle, kind, arguments));
    }

    private Optional<Refusal> startJob(Cycle cycle, String kind, Map<String, String> arguments) {
        Map<String, String> all = new java.util.HashMap<>(arguments);
        all.put("cycle", cycle.id().toString());
        UUID job = jobs.start(kind, Jobs.Title.of(kind, String.valueOf(cycle.number()), cycle.months()), all);
        if (!cycles.beginJob(cycle, job)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Refusal.of("cycles.cycle.refused.stale");
        }
        return Refusal.none();
    }

    /** What is done once everything allows it. */
    private interface Deed {
        Optional<Refusal> on(Cycle cycle);
    }

    private Optional<Refusal> checked(On on, CycleVerb verb, Deed deed) {
        @Nullable
        Cycle cycle = cycles.find(on.cycle(), CurrentDesk.get().scope()).orElse(null);
        if (cycle == null) {
            return Refusal.of("cycles.cycle.refused.unknown");
        }
        if (cycle.rowVersion() != on.rowVersion()) {
            return Refusal.of("cycles.cycle.refused.stale");
        }
        return rules.forbids(cycle, verb, CurrentDesk.get()).or(() -> deed.on(cycle));
    }
}
