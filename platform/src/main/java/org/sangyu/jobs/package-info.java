/**
 * Background work (后台任务): what runs, how far it is, what came of it; survives a crash and a restart.
 *
 * <p>Owns the queue and the list of jobs. Knows no kind of work: modules bring a {@link org.sangyu.shared.Jobs.Handler}
 * each.
 */
@NullMarked
@ApplicationModule(
        displayName = "后台任务",
        allowedDependencies = {"shared", "ui"})
package org.sangyu.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
