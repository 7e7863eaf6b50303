package org.sangyu.benefits.web;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Pager;

/** Things to hand over and handed over. */
public record DeliveryView(
        List<Chip> states, List<String> years, List<Row> rows, boolean records, Form form, Pager pager) {

    /** Copies the lists. */
    public DeliveryView {
        states = List.copyOf(states);
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }

    /** What was typed about a hand-over. */
    public record Form(String on, String by, String receiver, String note, FormErrors errors) {}

    /**
     * One task.
     *
     * @param photo address of the picture, empty for none
     * @param undo address that takes the hand-over back, empty where this desk may not
     * @param waits true when it can be marked
     */
    public record Row(
            String id,
            String name,
            String href,
            String who,
            String place,
            String benefit,
            String policy,
            List<String> because,
            String madeOn,
            String tone,
            String state,
            List<String> evidence,
            String photo,
            String undo,
            boolean waits,
            boolean checked) {}
}
