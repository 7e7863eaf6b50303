package org.sangyu.privacy.web;

import java.util.List;

/**
 * How long each kind of record is kept, what is due, and what the last run did; counts, never people.
 *
 * @param rows one a kind
 * @param due how many would be erased now, with thousands
 * @param mayStart true for the desk that may start a run
 * @param isDue true when a run would find something
 * @param last when the last run was and by whom; empty for none
 * @param done what it did
 */
public record RetentionView(List<Row> rows, String due, boolean mayStart, boolean isDue, String last, List<Done> done) {

    /**
     * One kind.
     *
     * @param what what it is
     * @param event from when on it is counted
     * @param rule how long
     * @param ruled false when nothing ends it
     * @param before what was over before this is due; empty when nothing ends it
     * @param due how many now; empty when nothing ends it
     * @param left how many must stay and why, a sentence each
     */
    public record Row(
            String what, String event, String rule, boolean ruled, String before, String due, List<String> left) {}

    /** What the last run did to one kind. */
    public record Done(String what, String came, String count, String rule, String before) {}
}
