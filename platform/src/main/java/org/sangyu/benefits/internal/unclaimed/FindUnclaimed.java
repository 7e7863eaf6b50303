package org.sangyu.benefits.internal.unclaimed;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the comparison of who is entitled with who receives, and takes a county's word that nobody was paid before. */
@Component
public class FindUnclaimed {

    private final Jobs jobs;
    private final UnclaimedRows rows;
    private final Audit audit;
    private final Clock clock;

    FindUnclaimed(Jobs jobs, UnclaimedRows rows, Audit audit, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** True for desks that start it. */
    public static boolean mayStart(Desk desk) {
        return desk.role() == Role.COUNTY_CLERK && desk.place().level() == PlaceLevel.COUNTY;
    }

    /** True for desks that may say that nobody was paid a benefit before. */
    public static boolean mayDeclare(Desk desk) {
        return desk.role() == Role.COUNTY_CHIEF && desk.place().level() == PlaceLevel.COUNTY;
    }

    /** Starts it for the current month in the desk's county; the job's id, or empty when this desk may not. */
    @Transactional
    public Optional<UUID> run() {
        Desk desk = CurrentDesk.get();
        if (!mayStart(desk)) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.now(clock);
        return Optional.of(jobs.start(
                UnclaimedJob.KIND,
                Jobs.Title.of("unclaimed.job", month.toString()),
                Map.of("county", desk.place().path(), "month", month.toString())));
    }

    /**
     * The county's chief says that nobody in the county was paid the benefit before it came into this system; without
     * this or a list of those already receiving, nobody can be called 'not receiving'.
     *
     * @return false when this desk may not
     */
    @Transactional
    public boolean nobodyBefore(String benefit) {
        Desk desk = CurrentDesk.get();
        if (!mayDeclare(desk)) {
            return false;
        }
        rows.openEmptyBooks(desk.place(), benefit, desk);
        audit.write("unclaimed.nobody", null, desk.place(), Map.of("benefit", benefit));
        return true;
    }
}
