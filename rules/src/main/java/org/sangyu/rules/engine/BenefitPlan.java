package org.sangyu.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Period;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Status;
import org.sangyu.rules.packs.Timeline;

/** One benefit in one region and month, made ready. */
final class BenefitPlan implements Plan {

    /** A standard in force, with what must be said beside it. */
    record Ready(Dated<Standard> dated, Amount amount, List<Reason> notes) {}

    final Benefit benefit;
    private final Frame frame;
    private final Arg.Named name;
    private final Choice<Dated<Status>> status;
    private final Check who;
    private final Check residency;
    private final Choice<Ready> standards;
    private final @Nullable Reason notKnown;

    BenefitPlan(Frame frame, BenefitPolicy policy) {
        this.frame = frame;
        this.benefit = policy.benefit();
        this.name = new Arg.Named(benefit.id(), benefit.name());
        LocalDate day = frame.factDay;
        this.status = Choice.of(frame, policy.status(), day, d -> d);
        this.notKnown = notKnown();
        this.who = who(policy.who(), day);
        this.residency = new Residency(frame, benefit.residence());
        this.standards = Choice.of(frame, policy.amount(), day, d -> ready(d, policy.amount()));
    }

    /** The reason that settles the benefit for everybody: no layer knows it. */
    private @Nullable Reason notKnown() {
        boolean known = status.options.stream().anyMatch(this::isKnown);
        return known
                ? null
                : Cite.setting(Rules.DOCUMENTS)
                        .reason(ReasonCode.NO_SUCH_BENEFIT, null, name, new Arg.Place(frame.region));
    }

    private boolean isKnown(Choice.Option<Dated<Status>> option) {
        return option.value() == null
                ? option.candidate() instanceof Timeline.Candidate.UnknownEarlier<?>
                : frame.draft || option.value().value() != Status.DRAFT;
    }

    private Check who(List<Parameter<Condition>> layers, LocalDate day) {
        Checks checks = new Checks(frame);
        Choice<Check> choice = Choice.of(frame, layers, day, d -> checks.of(d.value(), Cite.of(d)));
        if (choice.isEmpty()) {
            return new Joined.All(List.of());
        }
        return choice.options.size() == 1 && choice.options.getFirst().value() != null
                ? Objects.requireNonNull(choice.options.getFirst().value())
                : new Chosen(choice, name);
    }

    private Ready ready(Dated<Standard> dated, List<Parameter<Standard>> layers) {
        Dated<Standard> upper = Upper.overruling(dated, layers, frame);
        Dated<Standard> counts = upper == null ? dated : upper;
        Cite cite = Cite.of(counts);
        List<Reason> notes = new ArrayList<>();
        if (upper != null) {
            notes.add(cite.reason(ReasonCode.UPPER_VALUE_COUNTS, null, new Arg.Cited(dated.source())));
        }
        LocalDate confirmed = counts.confirmed();
        if (confirmed != null && frame.lastDay.isAfter(confirmed)) {
            notes.add(cite.reason(ReasonCode.LAST_CONFIRMED, null, new Arg.Day(confirmed)));
        }
        Standard standard = counts.value();
        return new Ready(counts, Amount.of(standard.rule(), standard.unit(), cite), List.copyOf(notes));
    }

    /** The reason why nobody has it here, when no layer knows it; decided without looking at the person. */
    @Nullable
    Reason nobody() {
        return notKnown;
    }

    @Override
    public long of(Case person) {
        int here = Math.min(Life.CHECK.of(person), residency.of(person));
        if (here == Truth.NO || isReceivedOnce(person)) {
            return Verdict.NO;
        }
        int fits = Math.min(here, who.of(person));
        if (fits == Truth.NO) {
            return Verdict.NO;
        }
        long amount = amount(person);
        return amount == Verdict.NO || fits == Truth.YES ? amount : Verdict.UNKNOWN;
    }

    private long amount(Case person) {
        Choice.Option<Dated<Status>> state = status.in(person);
        if (state == null) {
            return Verdict.UNKNOWN;
        }
        if (state.value() == null) {
            return state.candidate() instanceof Timeline.Candidate.UnknownEarlier<?> ? Verdict.OPEN : Verdict.NO;
        }
        if (!isKnown(state)) {
            return Verdict.NO;
        }
        if (standards.isEmpty()) {
            return Verdict.OPEN;
        }
        Choice.Option<Ready> standard = standards.in(person);
        if (standard == null) {
            return Verdict.UNKNOWN;
        }
        if (standard.value() == null) {
            return standard.candidate() instanceof Timeline.Candidate.UnknownEarlier<?> ? Verdict.OPEN : Verdict.NO;
        }
        return standard.value().amount().of(person);
    }

    /** Tells whether nobody need look at earlier months, because the person fails in them as now. */
    boolean failsEarlierToo(Case person) {
        return who.failsEarlierToo(person);
    }

    private boolean isReceivedOnce(Case person) {
        return benefit.period() == Period.ONCE && receipt(person) != null;
    }

    /** A thing given once stays given, whatever the end of the receipt. */
    private @Nullable Receipt receipt(Case person) {
        for (Receipt receipt : person.person.receives()) {
            LocalDate from = receipt.span().from();
            if (receipt.benefit().equals(benefit.id())
                    && receipt.provenance().isKnownOn(person.frame.asOf)
                    && (from == null || !from.isAfter(person.factDay()))) {
                return receipt;
            }
        }
        return null;
    }

    @Override
    public void explain(Case person, long verdict, List<Reason> into) {
        if (verdict == Verdict.NO) {
            explainNo(person, into);
        } else if (verdict == Verdict.UNKNOWN) {
            who.explain(person, Truth.UNKNOWN, into);
        } else {
            explainAmount(person, into);
            if (verdict >= 0) {
                who.explain(person, Truth.YES, into);
                Life.CHECK.explain(person, Truth.YES, into);
                Ready ready = ready(person);
                if (ready != null) {
                    into.addAll(ready.notes());
                }
            }
        }
    }

    private void explainNo(Case person, List<Reason> into) {
        Receipt given = isReceivedOnce(person) ? receipt(person) : null;
        if (given != null) {
            into.add(Cite.setting(Rules.ONCE)
                    .reason(ReasonCode.ALREADY_RECEIVED, PersonChecks.ReceivesIt.used(given), name));
            return;
        }
        for (Check check : List.of(Life.CHECK, residency, who)) {
            if (check.of(person) == Truth.NO) {
                check.explain(person, Truth.NO, into);
            }
        }
        if (into.isEmpty()) {
            explainAmount(person, into);
        }
    }

    private @Nullable Ready ready(Case person) {
        Choice.Option<Ready> standard = standards.isEmpty() ? null : standards.in(person);
        return standard == null ? null : standard.value();
    }

    private void explainAmount(Case person, List<Reason> into) {
        Choice.Option<Dated<Status>> state = status.in(person);
        if (state == null) {
            return;
        }
        if (state.value() == null || !isKnown(state)) {
            into.add(
                    state.value() == null
                            ? Chosen.hole(state.candidate(), name)
                            : Cite.of(state.value())
                                    .reason(ReasonCode.NO_SUCH_BENEFIT, null, name, new Arg.Place(frame.region)));
        } else if (standards.isEmpty()) {
            into.add(Cite.of(state.value()).reason(withoutAmount(state.value().value()), null, name));
        } else {
            Choice.Option<Ready> standard = standards.in(person);
            if (standard != null && standard.value() == null) {
                into.add(Chosen.hole(standard.candidate(), name));
            } else if (standard != null && standard.value() != null) {
                standard.value().amount().explain(person, into);
            }
        }
    }

    private static ReasonCode withoutAmount(Status status) {
        return switch (status) {
            case ANNOUNCED -> ReasonCode.ANNOUNCED;
            case EXISTS_ELSEWHERE -> ReasonCode.EXISTS_ELSEWHERE;
            case IN_FORCE, DRAFT -> ReasonCode.NO_AMOUNT;
        };
    }

    boolean atLeast(Case person) {
        Ready ready = ready(person);
        return ready != null && ready.dated().value().atLeast();
    }

    /** Whether one of the standards that may be in force gives only a minimum. */
    boolean anyAtLeast() {
        return standards.options.stream()
                .anyMatch(o -> o.value() != null && o.value().dated().value().atLeast());
    }

    /** The variable that stands for which standard is in force; null when that is sure. */
    @Nullable
    Unknown standardUnknown() {
        return standards.unknown;
    }

    /** What to say when the answer hangs on which standard is in force. */
    Reason standardReason(List<Long> possible) {
        Choice.Option<Ready> last = standards.options.getLast();
        Arg amounts = new Arg.Amounts(possible, benefit.unit());
        Dated<?> dated = Choice.dated(last.candidate());
        Cite cite = Cite.of(dated);
        if (dated.contradicts() != null) {
            Dated<?> other = Choice.dated(standards.options.getFirst().candidate());
            return cite.reason(ReasonCode.VALUES_CONTRADICT, null, amounts, new Arg.Cited(other.source()));
        }
        return cite.reason(ReasonCode.DATE_UNKNOWN, null, amounts, new Arg.Inexact(Choice.changes(standards.options)));
    }
}
