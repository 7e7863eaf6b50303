package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Answer;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Benefit;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Outcome;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Language;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides in one pass what this office decides and does not pay: what other offices pay (他部门发放比对, 'they pay 884, the
 * rule says 624') and things given once, such as the plaque at a hundred.
 *
 * <p>Never puts any of it into a payment. Done with the monthly comparison and by itself after a new list; run again it
 * changes nothing more.
 */
@Component
public class CompareUnpaid implements Jobs.Handler {

    static final String KIND = "benefits.mirror";

    private static final String STAGE = "benefits.stage_decision"
            + " (run, elder, place, benefit, outcome, died_in, fen, because_zh, because_en, reached)";
    private static final int TELL_EVERY = 1_000;

    private final BenefitRules rules;
    private final Procedures procedures;
    private final MirrorRows rows;
    private final DeliveryRows deliveries;
    private final StageCopy stage;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    CompareUnpaid(
            BenefitRules rules,
            Procedures procedures,
            MirrorRows rows,
            DeliveryRows deliveries,
            StageCopy stage,
            TransactionTemplate transactions,
            @Lazy Jobs jobs,
            Audit audit,
            Clock clock) {
        this.rules = rules;
        this.procedures = procedures;
        this.rows = rows;
        this.deliveries = deliveries;
        this.stage = stage;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts it for the current month in the desk's county; the job's id, or empty when this desk may not. */
    @Transactional
    public Optional<UUID> start() {
        Desk desk = CurrentDesk.get();
        if (!CompareMonth.mayStart(desk.role()) || desk.place().level() != PlaceLevel.COUNTY) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.now(clock);
        return Optional.of(jobs.start(
                KIND,
                new Jobs.Title("benefits.job.mirror", List.of(month.toString())),
                Map.of("county", desk.place().path(), "month", month.toString())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        Place county = new Place(run.arguments().getOrDefault("county", ""));
        long differ = compare(run, county, YearMonth.parse(run.arguments().getOrDefault("month", "")));
        run.tell(Jobs.Title.of("benefits.mirror.done", String.valueOf(differ)));
        run.result("/enrolments/mirrored");
    }

    /** Compares one county's month inside a job; how many people differ. */
    long compare(Jobs.Run run, Place county, YearMonth month) {
        Unpaid unpaid = transactions.execute(status -> {
            rows.clear(run.id());
            return unpaid(county);
        });
        if (!unpaid.all().isEmpty()) {
            transactions.executeWithoutResult(status -> stage.copy(STAGE, out -> {
                long[] seen = {0};
                rules.forEach(county, unpaid.all(), person -> {
                    Set<String> listed =
                            unpaid.listed().getOrDefault(person.elder().value(), Set.of());
                    for (Answer answer : person.decide(month)) {
                        if (answer.outcome() == Outcome.ENTITLED || listed.contains(answer.benefit())) {
                            write(out, run.id(), person, answer);
                        }
                    }
                    if (++seen[0] % TELL_EVERY == 0) {
                        run.progress(seen[0], 0);
                    }
                });
            }));
        }
        return transactions.execute(status -> {
            long made = deliveries.merge(run.id(), county, month, unpaid.things());
            long differ = rows.merge(new MirrorRows.Run(run.id(), county, month, unpaid.mirrored()));
            audit.write(
                    "enrolment.mirror",
                    run.id(),
                    county,
                    Map.of(
                            "month", month.toString(),
                            "differ", String.valueOf(differ),
                            "things", String.valueOf(made)));
            return differ;
        });
    }

    /**
     * What is decided and not paid in a county.
     *
     * @param listed who is on another office's list or waits for a thing: there a 'no' matters too
     */
    private record Unpaid(List<String> mirrored, List<String> things, Map<UUID, Set<String>> listed) {

        List<String> all() {
            return Stream.concat(mirrored.stream(), things.stream()).toList();
        }
    }

    private Unpaid unpaid(Place county) {
        List<String> mirrored = mirrored(county);
        List<String> things = rules.things(county).stream().map(Benefit::id).toList();
        Map<UUID, Set<String>> listed = rows.listed(county, mirrored);
        return new Unpaid(mirrored, things, listed);
    }

    private List<String> mirrored(Place county) {
        List<String> benefits = rules.benefits(county).stream().map(Benefit::id).toList();
        return procedures.of(county, benefits, CurrentDesk.get().scope()).stream()
                .filter(rule -> rule.mode() == BenefitMode.MIRRORED)
                .map(Procedure::benefit)
                .toList();
    }

    private static void write(StageCopy.Out out, UUID run, BenefitRules.Subject person, Answer answer) {
        out.row(
                run,
                person.elder(),
                person.place(),
                answer.benefit(),
                answer.outcome(),
                person.died() == null ? null : Rows.first(YearMonth.from(person.died())),
                answer.outcome() == Outcome.ENTITLED ? answer.fen() : null,
                answer.because(Language.ZH),
                answer.because(Language.EN),
                null);
    }
}
