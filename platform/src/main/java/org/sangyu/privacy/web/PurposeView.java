package org.sangyu.privacy.web;

import java.util.List;

/**
 * One kind of personal data in the register of purposes, in words.
 *
 * @param what which data
 * @param sensitive true for what the law calls sensitive
 * @param purpose what for
 * @param grounds legal grounds, with their articles
 * @param from where from
 * @param who roles that see it
 * @param kept how long, one rule each
 * @param protection how it is protected
 */
public record PurposeView(
        String what,
        boolean sensitive,
        String purpose,
        List<String> grounds,
        String from,
        String who,
        List<String> kept,
        String protection) {}
