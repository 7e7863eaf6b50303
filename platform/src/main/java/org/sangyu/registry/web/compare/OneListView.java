package org.sangyu.registry.web.compare;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Pager;

/**
 * One list with its rows.
 *
 * @param id the list's
 * @param outcome the name of the outcome shown, empty for all
 * @param running true while it is read
 * @param job where its progress is seen, may be empty
 * @param refused why the whole file was sent back, may be empty
 * @param part true when the desk sees only the rows of its own place
 */
public record OneListView(
        String id,
        String outcome,
        HeadView head,
        boolean running,
        String job,
        String refused,
        boolean part,
        List<Chip> outcomes,
        List<RowView> rows,
        Pager pager) {

    /** Copies the lists. */
    public OneListView {
        outcomes = List.copyOf(outcomes);
        rows = List.copyOf(rows);
    }
}
