package org.sangyu.ui;

/**
 * The button that begins or ends following what a page shows (关注).
 *
 * @param kind what it is, as the home page knows kinds
 * @param subject its id
 * @param followed true while the reader follows it
 */
public record Follow(String kind, String subject, boolean followed) {}
