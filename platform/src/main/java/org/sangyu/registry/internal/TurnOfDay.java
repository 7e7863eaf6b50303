package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings people up to date when only the calendar moved: a residence that begins today, a category that ended yesterday.
 *
 * <p>Looks shortly after midnight and at every start, so that days on which the program stood still are made up for.
 */
@Component
class TurnOfDay implements Jobs.Handler {

    static final String KIND = "registry.day";

    private static final int CHUNK = 4_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final TurnedDays days;
    private final ElderProjection projection;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TurnOfDay(TurnedDays days, ElderProjection projection, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.days = days;
        this.projection = projection;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Starts the work in the background if a day has turned since the last time. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Shanghai")
    void look() {
        Desk calendar = Desk.of("calendar", "日历", Role.ADMINISTRATOR, Place.NATION);
        CurrentDesk.run(
                calendar,
                () -> transaction.executeWithoutResult(status -> {
                    LocalDate today = LocalDate.now(clock);
                    if (days.begin(today).isBefore(today)) {
                        jobs.start(KIND, Jobs.Title.of("registry.day.job", today.toString()), Map.of());
                    }
                }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        LocalDate today = LocalDate.now(clock);
        String reached = run.checkpoint();
        UUID after = reached == null ? FIRST : UUID.fromString(reached);
        long done = 0;
        List<ElderId> next = chunk(today, after);
        while (!next.isEmpty()) {
            List<ElderId> elders = next;
            UUID last = elders.getLast().value();
            transaction.executeWithoutResult(status -> {
                projection.rebuild(elders);
                run.reached(last.toString());
            });
            done += elders.size();
            run.progress(done, 0);
            next = chunk(today, last);
        }
        transaction.executeWithoutResult(status -> days.reached(today));
    }

    private List<ElderId> chunk(LocalDate today, UUID after) {
        return transaction.execute(status -> days.changedBy(today, after, CHUNK));
    }
}
