package org.sangyu.ui;

/**
 * One choice of a select, or one filter chip.
 *
 * @param value what is sent
 * @param text what is read
 * @param chosen true when it is the one in force
 */
public record Option(String value, String text, boolean chosen) {}
