package org.sangyu.registry.web.compare;

import java.util.List;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Pager;

/**
 * People whom no source has seen for long.
 *
 * @param sub after how long somebody stands here
 * @param months false when no setting says after how long
 * @param records true at a desk that says who was seen
 */
public record UnseenView(
        String sub,
        boolean months,
        String count,
        List<Row> rows,
        boolean records,
        String action,
        Form form,
        Pager pager) {

    /** Copies the list. */
    public UnseenView {
        rows = List.copyOf(rows);
    }

    /** What was typed. */
    public record Form(String on, String by, FormErrors errors) {}

    /** One person; last and by whom in one sentence. */
    public record Row(String id, String name, String href, String who, String place, String last, boolean checked) {}
}
