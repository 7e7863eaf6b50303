package org.sangyu.benefits.web.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recovery case, ready to show; lists are empty in the list of cases. */
public record RecoveryView(
        String href,
        String rowVersion,
        String number,
        String name,
        String elder,
        String place,
        String benefit,
        String opened,
        String age,
        String why,
        String claimed,
        String open,
        String asked,
        String noticed,
        String offset,
        boolean died,
        boolean closed,
        String closedOn,
        List<Month> months,
        List<Entry> entries) {

    /** Copies the lists. */
    public RecoveryView {
        months = List.copyOf(months);
        entries = List.copyOf(entries);
    }

    /** A line of the case. */
    public record Month(String period, String kind, String yuan, String why) {}

    /** What happened; {@code approve} is the id of a write-off that waits for another person. */
    public record Entry(
            String kind,
            String yuan,
            String due,
            String day,
            String document,
            String who,
            @Nullable String approve) {}
}
