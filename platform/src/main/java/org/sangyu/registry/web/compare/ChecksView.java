package org.sangyu.registry.web.compare;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Pager;

/**
 * Open checks of a desk.
 *
 * @param outcome the name of the outcome shown, empty for all
 * @param outcomes chips
 * @param rows one page
 * @param errors what is wrong with an answer that was sent
 * @param single true when only the row is shown whose answer was sent back
 * @param pager where the page stands
 */
public record ChecksView(
        String outcome, List<Chip> outcomes, List<RowView> rows, FormErrors errors, boolean single, Pager pager) {

    /** Copies the lists. */
    public ChecksView {
        outcomes = List.copyOf(outcomes);
        rows = List.copyOf(rows);
    }
}
