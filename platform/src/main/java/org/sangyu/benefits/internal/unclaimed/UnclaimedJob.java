package org.sangyu.benefits.internal.unclaimed;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.BenefitRules;
import org.sangyu.benefits.internal.enrolment.StageCopy;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares who is entitled in a month with who receives (应享未享比对), for one county.
 *
 * <p>One stream of decisions goes into staging; one transaction compares in the database and puts the new result in the
 * place of the month's former one. Begun again after a crash it stages anew; run twice it gives the same.
 */
@Component
class UnclaimedJob implements Jobs.Handler {

    static final String KIND = "benefits.unclaimed";

    private static final String STAGE = "benefits.stage_unclaimed"
            + " (run, elder, place, benefit, entitled, fen, since, earlier, because_zh, because_en)";
    private static final String DONE = "done";

    private final BenefitRules rules;
    private final UnclaimedRows rows;
    private final StageCopy stage;
    private final TransactionTemplate transactions;
    private final Audit audit;

    UnclaimedJob(
            BenefitRules rules, UnclaimedRows rows, StageCopy stage, TransactionTemplate transactions, Audit audit) {
        this.rules = rules;
        this.rows = rows;
        this.stage = stage;
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
        if (run.checkpoint() == null) {
            compare(run, county, month, CurrentDesk.get());
        }
        run.result("/enrolments/unclaimed");
    }

    private void compare(Jobs.Run run, Place county, YearMonth month, Desk desk) {
        String fingerprint = rules.fingerprint();
        List<String> benefits =
                rules.benefits(county).stream().map(BenefitRules.Benefit::id).toList();
        UnclaimedRows.Comparison which = new UnclaimedRows.Comparison(run.id(), county, month);
        Set<String> known = transactions.execute(status -> rows.begin(which, benefits, desk));
        Map<UUID, Set<String>> taken = transactions.execute(status -> rows.taken(county, month));
        UnclaimedStaging staging = new UnclaimedStaging(run, month, known, taken);
        stage.copy(STAGE, out -> rules.forEach(county, benefits, person -> staging.write(person, out)));
        KillPoint.at("unclaimed.staged");
        transactions.executeWithoutResult(status -> {
            UnclaimedRows.Found found = rows.compare(which);
            rows.finish(which, fingerprint);
            audit.write(
                    "unclaimed.compare",
                    run.id(),
                    county,
                    Map.of(
                            "month", month.toString(),
                            "unclaimed", String.valueOf(found.unclaimed()),
                            "missing", String.valueOf(found.missing())));
            run.reached(DONE);
            KillPoint.at("unclaimed.before-commit");
            run.tell(Jobs.Title.of(
                    "unclaimed.job.done", String.valueOf(found.unclaimed()), String.valueOf(found.missing())));
        });
        run.progress(staging.seen(), staging.seen());
    }
}
