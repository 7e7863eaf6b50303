package org.sangyu.desk.web;

import java.util.List;

/**
 * Home: what waits, what is followed, what runs, what was done; every text in the reader's language.
 *
 * @param today the day in figures
 * @param waiting most urgent first
 * @param followed what changed last first, the first few
 * @param jobs running first, then newest
 * @param deeds newest first
 */
public record HomeView(
        String today, List<Work> waiting, List<FollowedView> followed, List<Running> jobs, List<Done> deeds) {

    /**
     * Something that waits.
     *
     * @param count how many, thousands separated
     * @param sentence what is to be done
     * @param since day and how long ago; empty when not known
     * @param due deadline and how far it is; empty when there is none
     * @param tone badge of the deadline: bad when it has passed, warn within three days, else off
     */
    public record Work(String count, String sentence, String href, String since, String due, String tone) {}

    /** A background job. */
    public record Running(
            String title, String href, String tone, String state, String progress, String person, String at) {}

    /** Something that was done here. */
    public record Done(String at, String person, String what) {}
}
