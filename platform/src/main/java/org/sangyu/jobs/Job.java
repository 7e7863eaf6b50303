package org.sangyu.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs.Title;
import org.sangyu.shared.Place;

/**
 * One piece of background work as its page shows it.
 *
 * @param id in its address
 * @param title what it does, for whom
 * @param account who started it
 * @param person that person's name
 * @param place the desk it runs at
 * @param state how far it is
 * @param done steps done
 * @param total steps in all; 0 when not known
 * @param attempts how often it was begun since it last got on; more than 1 after a crash
 * @param message what it says now, or why it failed; null when it says nothing
 * @param result where its result is; null when there is none
 * @param files to download
 * @param times when it was made, begun, ended
 */
public record Job(
        UUID id,
        Title title,
        String account,
        String person,
        Place place,
        JobState state,
        long done,
        long total,
        int attempts,
        @Nullable Title message,
        @Nullable String result,
        List<Files.Stored> files,
        Times times) {

    /** Copies the files. */
    public Job {
        files = List.copyOf(files);
    }

    /**
     * Instants of a job.
     *
     * @param created when it was asked for
     * @param begun when it first ran
     * @param ended when it was over
     */
    public record Times(
            Instant created,
            @Nullable Instant begun,
            @Nullable Instant ended) {}
}
