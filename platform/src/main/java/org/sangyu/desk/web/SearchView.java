package org.sangyu.desk.web;

import java.util.List;

/**
 * What a search found.
 *
 * @param text what was asked
 * @param groups one a kind of thing
 */
public record SearchView(String text, List<Group> groups) {

    /**
     * Hits of one kind.
     *
     * @param more says that there are more than are shown, or empty
     */
    public record Group(String kind, List<Hit> hits, String more) {}

    /** One hit. */
    public record Hit(String title, String detail, String href) {}
}
