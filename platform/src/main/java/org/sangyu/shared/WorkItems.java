package org.sangyu.shared;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits at a desk; every module that makes work implements it, the home page shows it. */
public interface WorkItems {

    /** Bounded list, most urgent first; reads counts from indexes, never scans people. */
    List<WorkItem> waiting(Desk desk);

    /**
     * One line on the home page.
     *
     * @param wordKey key of the sentence in the words of the module, with the count as first argument
     * @param arguments further arguments of the sentence
     * @param count how many things wait
     * @param since the oldest one's day, or null
     * @param due the earliest deadline, or null
     * @param href where the work is done
     */
    record WorkItem(
            String wordKey,
            List<String> arguments,
            long count,
            @Nullable LocalDate since,
            @Nullable LocalDate due,
            String href) {}
}
