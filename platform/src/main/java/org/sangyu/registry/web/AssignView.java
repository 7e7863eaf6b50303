package org.sangyu.registry.web;

import java.util.List;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;

/**
 * The form that gives people to a visitor or an assessor.
 *
 * @param title what will be done with how many
 * @param action where it is sent
 * @param back the list
 * @param picked ids of the people picked
 * @param all true for everybody who matches
 * @param desks to whom; empty when there is nobody
 * @param from first day as typed
 * @param last last day as typed
 */
public record AssignView(
        String title,
        String action,
        String back,
        List<String> picked,
        boolean all,
        List<Option> desks,
        String from,
        String last,
        FormErrors errors) {

    /** Copies the lists. */
    public AssignView {
        picked = List.copyOf(picked);
        desks = List.copyOf(desks);
    }
}
