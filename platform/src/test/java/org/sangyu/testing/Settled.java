package org.sangyu.testing;

import java.time.Duration;
import java.util.List;
import org.sangyu.access.DemoAccounts;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

/** A demonstration whose people are in and whose background work is at rest. */
public final class Settled {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 200;

    private Settled() {}

    /** Waits for it. */
    public static void await(JobBoard jobs, DemoAccounts accounts) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> isQuiet(jobs, accounts));
    }

    private static boolean isQuiet(JobBoard jobs, DemoAccounts accounts) {
        Desk nation = Desk.of("test", "测试", Role.ADMINISTRATOR, Place.NATION);
        List<Job> all = CurrentDesk.call(nation, () -> jobs.list(nation.scope(), null, MANY));
        return !all.isEmpty()
                && all.stream().allMatch(job -> job.state().isOver())
                && accounts.listAll().stream().anyMatch(one -> one.role() == Role.ELDER);
    }
}
