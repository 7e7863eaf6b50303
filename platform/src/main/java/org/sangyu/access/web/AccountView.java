package org.sangyu.access.web;

import java.util.List;

/**
 * One account, ready to show.
 *
 * @param state word of its state
 * @param tone of its badge
 * @param disabled true when it is closed
 */
public record AccountView(
        String id, String name, String person, String state, String tone, boolean disabled, List<DeskLine> desks) {

    /** Copies the desks. */
    public AccountView {
        desks = List.copyOf(desks);
    }

    /** The address of its page. */
    public String href() {
        return "/accounts/" + id;
    }

    /** One desk. */
    public record DeskLine(String id, String role, String place, String since) {}
}
