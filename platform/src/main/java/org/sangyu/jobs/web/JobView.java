package org.sangyu.jobs.web;

import java.util.List;

/**
 * A job as pages show it; every text in the reader's language.
 *
 * @param href its page
 * @param title what it does
 * @param person who started it
 * @param created when, to the minute
 * @param took how long it ran or has run so far
 * @param tone of its badge
 * @param stateText the state in words
 * @param over nothing more will happen by itself
 * @param done steps done
 * @param total steps in all; 0 when not known
 * @param progress done and total in words; empty before anything is counted
 * @param message what it says; empty when nothing
 * @param resumed true when it was taken up again after a crash
 * @param result where its result is; empty when there is none
 * @param files to download
 * @param mayResume the reader may let it go on
 */
public record JobView(
        String href,
        String title,
        String person,
        String created,
        String took,
        String tone,
        String stateText,
        boolean over,
        long done,
        long total,
        String progress,
        String message,
        boolean resumed,
        String result,
        List<File> files,
        boolean mayResume) {

    /**
     * A file to download.
     *
     * @param href its address
     * @param name as it is saved
     * @param size in kB or MB
     */
    public record File(String href, String name, String size) {}
}
