package org.sangyu.jobs.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts, finds and resumes jobs. */
@Component
class QueuedJobs implements Jobs, JobBoard {

    private final JobRows rows;
    private final JobQueue queue;
    private final TimeOrderedIds ids;

    QueuedJobs(JobRows rows, JobQueue queue, TimeOrderedIds ids) {
        this.rows = rows;
        this.queue = queue;
        this.ids = ids;
    }

    @Override
    @Transactional
    public UUID start(String kind, Title title, Map<String, String> arguments) {
        UUID id = ids.next();
        Desk desk = CurrentDesk.get();
        rows.add(id, kind, title, arguments, desk);
        queue.add(id, desk);
        return id;
    }

    @Override
    public Optional<Job> find(UUID id, Scope scope) {
        return rows.find(id, scope);
    }

    @Override
    public List<Job> list(Scope scope, @Nullable UUID before, int limit) {
        return rows.list(scope, before, limit);
    }

    @Override
    @Transactional
    public boolean resume(UUID id) {
        Desk desk = CurrentDesk.get();
        if (!rows.requeue(id, desk)) {
            return false;
        }
        queue.add(id, desk);
        return true;
    }
}
