package org.sangyu.desk.web;

import java.util.List;
import org.sangyu.ui.Pager;

/**
 * Who opened an elder's record.
 *
 * @param greeting name and a greeting
 * @param looks the newest first
 * @param back address of the elder's page
 * @param size of the type, as on the elder's page
 */
public record LookedView(String greeting, List<Look> looks, Pager pager, String back, int size) {

    /**
     * One look.
     *
     * @param who name, desk and its place
     * @param what in words
     * @param list of how many people the list was that left the house; empty for a look
     * @param viewing whose pages an administrator looked at; empty for a look of one's own
     * @param reason empty when none was asked for
     */
    public record Look(String at, String who, String what, String list, String viewing, String reason) {}
}
