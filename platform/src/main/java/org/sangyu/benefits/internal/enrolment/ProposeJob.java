package org.sangyu.benefits.internal.enrolment;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.MonthRun;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Answer;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Benefit;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Outcome;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Subject;
import org.sangyu.benefits.internal.enrolment.ProposalRows.Counts;
import org.sangyu.benefits.internal.enrolment.ProposalRows.Known;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.ui.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares a county's register with the decisions of a month (按月核对).
 *
 * <p>Entitled and not enrolled: proposed (免申即享). Undetermined: on the hold list, nothing begins and nothing ends.
 * Died: ended. Paid and no longer entitled: suspended with the reason. Everything is written in one transaction after
 * staging; run again it changes nothing more.
 */
@Component
class ProposeJob implements Jobs.Handler {

    static final String KIND = "benefits.propose";

    private static final String STAGE = "benefits.stage_decision"
            + " (run, elder, place, benefit, outcome, died_in, fen, because_zh, because_en, reached)";
    private static final int TELL_EVERY = 1_000;

    private final BenefitRules rules;
    private final Procedures procedures;
    private final ProposalRows rows;
    private final StageCopy stage;
    private final AdoptAccounts adopt;
    private final CompareUnpaid unpaid;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Audit audit;

    ProposeJob(
            BenefitRules rules,
            Procedures procedures,
            ProposalRows rows,
            StageCopy stage,
            AdoptAccounts adopt,
            CompareUnpaid unpaid,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Audit audit) {
        this.rules = rules;
        this.procedures = procedures;
        this.rows = rows;
        this.stage = stage;
        this.adopt = adopt;
        this.unpaid = unpaid;
        this.events = events;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Place county = new Place(run.arguments().getOrDefault("county", ""));
        YearMonth month = YearMonth.parse(run.arguments().getOrDefault("month", ""));
        Desk desk = CurrentDesk.get();
        String reached = run.checkpoint();
        long proposed = reached == null ? compare(run, county, month, desk) : Long.parseLong(reached);
        KillPoint.at("propose-merged");
        adopt.forCounty(county);
        unpaid.compare(run, county, month);
        run.result("/enrolments?run=" + run.id() + "&proposed=" + proposed);
    }

    /** Stages and merges; how many were proposed is the checkpoint, so that no crash counts them anew. */
    private long compare(Jobs.Run run, Place county, YearMonth month, Desk desk) {
        List<Procedure> paidHere = transactions.execute(status -> {
            rows.begin(run.id(), county, month, desk);
            return paidHere(county, desk);
        });
        String fingerprint = rules.fingerprint();
        Map<UUID, Map<String, Known>> open = transactions.execute(status -> rows.open(county));
        transactions.executeWithoutResult(status -> stage.copy(
                STAGE, out -> rules.forEach(county, names(paidHere), new Staging(run, month, paidHere, open, out))));
        KillPoint.at("propose-staged");
        return transactions.execute(status -> {
            Counts done = merge(run.id(), county, month, paidHere, desk);
            rows.finish(run.id(), done, fingerprint);
            audit.write(
                    "enrolment.compare",
                    run.id(),
                    county,
                    Map.of("month", month.toString(), "counts", done.toString()));
            events.publishEvent(new MonthRun(run.id(), MonthRun.Kind.COMPARED, county, month, done.byName()));
            run.reached(String.valueOf(done.proposed()));
            return done.proposed();
        });
    }

    private Counts merge(UUID run, Place county, YearMonth month, List<Procedure> paidHere, Desk desk) {
        List<String> found = paidHere.stream()
                .filter(rule -> rule.way() == EnrolmentWay.PROPOSED)
                .map(Procedure::benefit)
                .toList();
        long ended = rows.endDead(run, county, month, desk);
        long suspended = rows.suspend(run, county, month, paidHere, desk);
        rows.refresh(run, county, month, desk);
        long proposed = rows.propose(run, county, month, found, desk);
        long held = rows.hold(run, county, month, desk);
        return new Counts(proposed, held, suspended, ended);
    }

    private List<Procedure> paidHere(Place county, Desk desk) {
        List<String> benefits = rules.benefits(county).stream().map(Benefit::id).toList();
        return procedures.of(county, benefits, desk.scope()).stream()
                .filter(rule -> rule.mode() == BenefitMode.PAID_HERE)
                .toList();
    }

    private static List<String> names(List<Procedure> procedures) {
        return procedures.stream().map(Procedure::benefit).toList();
    }

    /** Writes what matters of each person: new, changed, undetermined, no longer. */
    private static final class Staging implements java.util.function.Consumer<Subject> {

        private final Jobs.Run run;
        private final YearMonth month;
        private final List<Procedure> procedures;
        private final Map<UUID, Map<String, Known>> open;
        private final StageCopy.Out out;
        private long seen;

        Staging(
                Jobs.Run run,
                YearMonth month,
                List<Procedure> procedures,
                Map<UUID, Map<String, Known>> open,
                StageCopy.Out out) {
            this.run = run;
            this.month = month;
            this.procedures = procedures;
            this.open = open;
            this.out = out;
        }

        @Override
        public void accept(Subject person) {
            Map<String, Known> known = open.getOrDefault(person.elder().value(), Map.of());
            List<Answer> answers = person.decide(month);
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                Known here = known.get(answer.benefit());
                if (matters(person, answer, here)) {
                    write(person, answer, reached(person, i, here));
                }
            }
            if (++seen % TELL_EVERY == 0) {
                run.progress(seen, 0);
            }
        }

        private static boolean matters(Subject person, Answer answer, @Nullable Known here) {
            boolean died = person.died() != null;
            return switch (answer.outcome()) {
                case ENTITLED -> here == null ? !died : died || here.fen() == null || here.fen() != answer.fen();
                case NOT_ENTITLED -> here != null;
                case UNDETERMINED -> !died || here != null;
            };
        }

        private void write(Subject person, Answer answer, @Nullable YearMonth reached) {
            YearMonth died = person.died() == null ? null : YearMonth.from(person.died());
            boolean gone = died != null && died.isBefore(month);
            out.row(
                    run.id(),
                    person.elder(),
                    person.place(),
                    answer.benefit(),
                    answer.outcome(),
                    gone || died != null && answer.outcome() == Outcome.NOT_ENTITLED ? Rows.first(died) : null,
                    answer.outcome() == Outcome.ENTITLED ? answer.fen() : null,
                    answer.because(Language.ZH),
                    answer.because(Language.EN),
                    Rows.first(reached));
        }

        /** The first month of the unbroken run of months that ends with this one, as far back as may be paid. */
        private @Nullable YearMonth reached(Subject person, int benefit, @Nullable Known here) {
            Procedure procedure = procedures.get(benefit);
            if (here != null || procedure.firstPayable() != FirstPayableRule.FROM_REACHED) {
                return null;
            }
            YearMonth first = month;
            while (first.isAfter(month.minusMonths(procedure.monthsBack()))
                    && person.decide(first.minusMonths(1)).get(benefit).outcome() == Outcome.ENTITLED) {
                first = first.minusMonths(1);
            }
            return first;
        }
    }
}
