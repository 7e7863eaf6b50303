package org.sangyu.ui;

/**
 * One filter chip above a list.
 *
 * @param text what is read
 * @param count how many it would show, already formatted; empty for none
 * @param href the list with this filter, see {@link Page#filtered}
 * @param chosen true when it is on
 */
public record Chip(String text, String count, String href, boolean chosen) {}
