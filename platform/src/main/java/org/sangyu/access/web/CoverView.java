package org.sangyu.access.web;

/**
 * A desk lent to a colleague.
 *
 * @param days first and last day
 */
public record CoverView(String id, String person, String desk, String days) {

    /** Where a form takes it back. */
    public String end() {
        return "/desks/cover/" + id + "/end";
    }
}
