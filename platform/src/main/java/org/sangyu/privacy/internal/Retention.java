package org.sangyu.privacy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.privacy.internal.RetentionPlan.Kind;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks each night whether anything is due, counts it beforehand for the administrator, and starts the work. */
@Component
public class Retention {

    private static final Desk NIGHT = Desk.of("retention", "到期清除", Role.ADMINISTRATOR, Place.NATION);

    private final RetentionPlan plan;
    private final RetentionRules rules;
    private final Farewell farewell;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Retention(
            RetentionPlan plan,
            RetentionRules rules,
            Farewell farewell,
            Jobs jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.plan = plan;
        this.rules = rules;
        this.farewell = farewell;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a run would do to one kind now.
     *
     * @param before what was over before this is due; null for a kind that nothing ends
     * @param due how many would be erased
     * @param left how many are due and must stay, by the words key of the reason
     */
    public record Due(Kind kind, @Nullable Instant before, long due, Map<String, Long> left) {}

    /** Counts one kind as it is now; nobody is named, nothing is changed. */
    @Transactional(readOnly = true)
    public Due due(Kind kind) {
        LocalDate today = LocalDate.now(clock);
        Optional<Instant> before = kind.before(today);
        if (before.isEmpty()) {
            return new Due(kind, null, 0, Map.of());
        }
        if (kind.records() != null) {
            return new Due(kind, before.get(), kind.records().count(before.get()), Map.of());
        }
        long leaving = 0;
        Map<String, Long> left = new TreeMap<>();
        ElderId after = null;
        do {
            Farewell.Batch batch = farewell.next(kind, today, after, rules.batch());
            leaving += batch.leaving().size();
            batch.staying().forEach((reason, count) -> left.merge(reason, count, Long::sum));
            after = batch.last();
        } while (after != null);
        return new Due(kind, before.get(), leaving, left);
    }

    /** True for the desk that starts it: the system administrator's of the whole installation. */
    public static boolean mayStart(Desk desk) {
        return desk.role() == Role.ADMINISTRATOR && desk.scope().contains(Place.NATION);
    }

    /** Starts the work at the running desk; empty when this desk may not. */
    @Transactional
    public Optional<UUID> start() {
        return mayStart(CurrentDesk.get()) ? Optional.of(begin()) : Optional.empty();
    }

    /** Starts the work if anything is due. */
    @Scheduled(cron = "${sangyu.retention.at:0 30 2 * * *}", zone = "Asia/Shanghai")
    void look() {
        CurrentDesk.run(
                NIGHT,
                () -> transactions.executeWithoutResult(status -> {
                    if (plan.kinds().stream().anyMatch(kind -> due(kind).due() > 0)) {
                        begin();
                    }
                }));
    }

    private UUID begin() {
        String day = LocalDate.now(clock).toString();
        return jobs.start(ForgetJob.KIND, Jobs.Title.of("privacy.job", day), Map.of("day", day));
    }
}
