package org.sangyu.jobs.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.jobs.JobState;
import org.sangyu.shared.Hindrance;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Jobs.Title;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs a job at its desk, and says how it ended. */
@Component
class JobRunner {

    /** A job that kills its process this often without getting on is not begun again. */
    private static final int MOST_ATTEMPTS = 10;

    /** What passes by itself. */
    private static final Set<Hindrance> PASSING = EnumSet.of(Hindrance.DATABASE, Hindrance.KEY);

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRows rows;
    private final ObjectProvider<Jobs.Handler> handlers;
    private volatile boolean stopping;

    JobRunner(JobRows rows, ObjectProvider<Jobs.Handler> handlers) {
        this.rows = rows;
        this.handlers = handlers;
    }

    /** From now on an interrupted job counts as cut off by the stop, not as failed: the next start goes on with it. */
    void stopping() {
        stopping = true;
    }

    void run(UUID id) {
        rows.begin(id).ifPresent(begun -> {
            if (begun.attempts() > MOST_ATTEMPTS) {
                rows.end(id, JobState.FAILED, Title.of("jobs.gave-up", String.valueOf(MOST_ATTEMPTS)));
                return;
            }
            handlers.stream()
                    .filter(handler -> handler.kind().equals(begun.kind()))
                    .findFirst()
                    .ifPresentOrElse(
                            handler -> run(handler, new RunningJob(id, rows, begun)),
                            () -> rows.end(id, JobState.FAILED, Title.of("jobs.unknown-kind", begun.kind())));
        });
    }

    private void run(Jobs.Handler handler, RunningJob job) {
        try {
            handler.run(job);
            job.flush();
            rows.end(job.id(), JobState.DONE, null);
        } catch (Jobs.FailedException e) {
            job.flush();
            rows.end(job.id(), JobState.FAILED, e.sentence());
        } catch (RuntimeException e) {
            Optional<Hindrance> hindrance = Hindrance.of(e);
            if (stopping || hindrance.filter(PASSING::contains).isPresent()) {
                // The queue tries again by itself, from the last checkpoint.
                throw e;
            }
            LOG.error("job {} of kind {} failed", job.id(), handler.kind(), e);
            rows.end(job.id(), JobState.FAILED, sentence(hindrance.orElse(null), job.id()));
        }
    }

    private static Title sentence(@Nullable Hindrance hindrance, UUID job) {
        return switch (hindrance) {
            case DISK -> Title.of("jobs.hindered.disk");
            case FILE -> Title.of("jobs.hindered.file");
            case DATABASE, KEY -> Title.of("jobs.fault", job.toString());
            case null -> Title.of("jobs.fault", job.toString());
        };
    }
}
