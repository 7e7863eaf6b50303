package org.sangyu.desk.web;

/**
 * An error as a reader can act on it.
 *
 * @param status the HTTP status
 * @param what what happened
 * @param where which address, when
 * @param now what to do
 */
public record ErrorView(int status, String what, String where, String now) {}
