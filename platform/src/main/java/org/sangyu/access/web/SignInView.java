package org.sangyu.access.web;

import java.util.List;

/**
 * The sign-in form.
 *
 * @param account what was typed before, or empty
 * @param said why the reader stands here, or empty
 * @param refused why the last attempt was refused, or empty
 * @param demonstration accounts to choose from; empty outside a demonstration
 */
public record SignInView(String account, String said, String refused, List<DemoGroup> demonstration) {

    /**
     * The desks of one county and its city, or those that belong to none.
     *
     * @param open seen at once: the first county, and those of no county
     */
    public record DemoGroup(String name, boolean open, List<DemoDesk> desks) {}

    /** One account of a demonstration. */
    public record DemoDesk(String account, String role, String place, String person) {}
}
