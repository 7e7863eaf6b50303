package org.sangyu.access.web;

import java.util.List;

/**
 * One line of the ledger as an auditor reads it.
 *
 * @param at when, to the second
 * @param person who; empty for somebody who could not sign in
 * @param account sign-in name
 * @param desk role and place of the desk, empty without one
 * @param address where the request came from, empty for work in the background
 * @param deed what was done, in words
 * @param place where it counts
 * @param subject id of the thing, empty for none
 * @param subjectHref everything about that thing
 * @param detail what else is known, one fact each
 * @param href the line by itself
 * @param sealed number of the seal with its word
 */
public record LedgerView(
        String at,
        String person,
        String account,
        String desk,
        String address,
        String deed,
        String place,
        String subject,
        String subjectHref,
        List<String> detail,
        String href,
        String sealed) {}
