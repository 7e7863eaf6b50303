package org.sangyu.benefits.web;

import java.util.List;
import java.util.Map;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/**
 * The list of enrolments at a desk.
 *
 * @param sub where one is, and when the register was last compared
 * @param fields the filter again, for the form that acts
 * @param deeds what may be done with what is listed; the first one is the desk's own step
 * @param total how many match
 * @param rosters on how many papers all of them are printed
 * @param canCompare true for the desk that starts the monthly comparison
 * @param empty what would be here
 */
public record EnrolmentListView(
        String sub,
        List<Chip> statuses,
        List<Chip> benefits,
        List<Option> places,
        Map<String, String> fields,
        List<Row> rows,
        List<DeedButton> deeds,
        String total,
        long rosters,
        Pager pager,
        FormErrors errors,
        String why,
        List<Link> links,
        boolean canCompare,
        String empty) {

    /**
     * One enrolment.
     *
     * @param since day of the last step and how long ago
     * @param flags short words for what needs attention
     * @param checked marked before an error was shown
     */
    public record Row(
            String id,
            String href,
            String name,
            String who,
            String maskedId,
            String place,
            String benefit,
            String amount,
            String because,
            String tone,
            String status,
            String since,
            List<String> flags,
            boolean checked) {}

    /** A button that does something to what is marked. */
    public record DeedButton(String verb, String text, boolean primary, boolean danger) {}

    /** A way to a neighbouring page. */
    public record Link(String href, String text) {}
}
