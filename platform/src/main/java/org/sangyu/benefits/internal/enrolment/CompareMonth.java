package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the comparison of a county's register with a month's decisions, and tells when it was last done. */
@Component
public class CompareMonth {

    private static final Set<Role> DESKS = Set.of(Role.COUNTY_CLERK);

    private final Jobs jobs;
    private final ProposalRows rows;
    private final BenefitRules rules;
    private final Procedures procedures;
    private final Clock clock;

    CompareMonth(Jobs jobs, ProposalRows rows, BenefitRules rules, Procedures procedures, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.rules = rules;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** What the last one found. */
    public record Last(YearMonth month, java.time.Instant at, long proposed, long held, long suspended, long ended) {}

    /** True for desks that start it. */
    public static boolean mayStart(Role role) {
        return DESKS.contains(role);
    }

    /** False for a county where no document lets this office pay anything: nothing is to be compared. */
    @Transactional(readOnly = true)
    public boolean hasSomethingToPay(Place county) {
        List<String> benefits =
                rules.benefits(county).stream().map(BenefitRules.Benefit::id).toList();
        return procedures.of(county, benefits, Scope.of(county)).stream()
                .anyMatch(rule -> rule.mode() == BenefitMode.PAID_HERE);
    }

    /** Starts it for the current month in the desk's county; the job's id, or empty when this desk may not. */
    @Transactional
    public Optional<UUID> run() {
        Desk desk = CurrentDesk.get();
        if (!mayStart(desk.role()) || desk.place().level() != PlaceLevel.COUNTY) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.now(clock);
        return Optional.of(jobs.start(
                ProposeJob.KIND,
                new Jobs.Title("benefits.job.compare", List.of(month.toString())),
                Map.of("county", desk.place().path(), "month", month.toString())));
    }

    /** The last finished comparison of a county. */
    @Transactional(readOnly = true)
    public Optional<Last> last(Place county) {
        return rows.last(county)
                .map(last -> new Last(
                        last.month(),
                        last.at(),
                        last.counts().proposed(),
                        last.counts().held(),
                        last.counts().suspended(),
                        last.counts().ended()));
    }
}
