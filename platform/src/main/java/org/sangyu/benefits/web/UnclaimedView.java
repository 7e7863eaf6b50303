package org.sangyu.benefits.web;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/** What the pages of 'entitled but not receiving' show. */
public final class UnclaimedView {

    private UnclaimedView() {}

    /**
     * The counts.
     *
     * @param sub place, month, when and by whom compared; or that it never was
     * @param compared false until there is a result
     * @param figures a few large numbers
     * @param unknown names of benefits of which nobody said who receives them, with what can be done
     */
    public record Overview(
            String sub,
            boolean compared,
            boolean mayCompare,
            boolean mayDeclare,
            List<Figure> figures,
            List<Row> byBenefit,
            List<Chip> benefits,
            List<Row> byPlace,
            String placeHead,
            List<Crumb> crumbs,
            List<Option> months) {}

    /** A large number that opens down to its people. */
    public record Figure(String number, String label, String href) {}

    /** A step up. */
    public record Crumb(String text, String href) {}

    /**
     * Counts of one benefit or place; each number is ready to read.
     *
     * @param known false: nobody can say who receives it
     * @param id what declaring needs
     * @param note for example that another office pays it; may be empty
     */
    public record Row(
            String id,
            String name,
            String href,
            boolean known,
            String note,
            String entitled,
            String receiving,
            String underWay,
            Linked unclaimed,
            Linked missing) {}

    /** A number with what it opens; no address for zero. */
    public record Linked(String number, String href) {}

    /** The people. */
    public record People(
            String title,
            String sub,
            List<Chip> kinds,
            List<Chip> states,
            List<Chip> benefits,
            List<Option> places,
            List<Option> fields,
            List<Person> rows,
            String sort,
            boolean missing,
            boolean mayAnswer,
            FormErrors errors,
            String why,
            String empty,
            Pager pager) {}

    /**
     * One person and one benefit.
     *
     * @param key sent back when the row is marked
     * @param since first month, with 'or earlier' where it was not looked further back
     * @param undo id of the deed when it may be taken back here; empty otherwise
     */
    public record Person(
            String key,
            boolean checked,
            String name,
            String who,
            String href,
            String place,
            String benefit,
            String amount,
            String since,
            List<String> because,
            String tone,
            String state,
            String by,
            String enrolment,
            boolean waiting,
            String undo) {}
}
