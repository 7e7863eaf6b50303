package org.sangyu.jobs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Scope;

/** Finds jobs: a desk sees those started at places inside its scope, its own among them. */
public interface JobBoard {

    /** One job, or empty when it lies outside the scope. */
    Optional<Job> find(UUID id, Scope scope);

    /**
     * Newest first.
     *
     * @param before only older ones than this job; null for the first page
     */
    List<Job> list(Scope scope, @Nullable UUID before, int limit);

    /**
     * Lets the person who started a failed job go on from where it stopped, at the present desk.
     *
     * @return false when it is not failed, not this account's or not in the scope
     */
    boolean resume(UUID id);
}
