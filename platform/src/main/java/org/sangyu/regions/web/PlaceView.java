package org.sangyu.regions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.Pager;

/**
 * The page of one place; texts in the reader's language.
 *
 * @param name its name
 * @param level what kind of place it is
 * @param ended since when it is no more; empty when it exists
 * @param crumbs places above, the nation first
 * @param figures how many places lie below, by level
 * @param codes official codes
 * @param history former names and places in the tree; empty when nothing ever changed
 * @param children right below
 * @param change where an administrator changes it; empty for everybody else
 * @param pager of the children; null when they fit on one page
 */
public record PlaceView(
        String name,
        String level,
        String ended,
        List<Link> crumbs,
        List<Figure> figures,
        List<Code> codes,
        List<Former> history,
        List<Child> children,
        String change,
        @Nullable Pager pager) {

    /** A place to go to. */
    public record Link(String href, String name) {}

    /** A count with its label. */
    public record Figure(String number, String label) {}

    /** An official code: whose, the digits, its days in words. */
    public record Code(String system, String code, String days) {}

    /** A former name with the places above, and its days in words. */
    public record Former(String fullName, String days) {}

    /** A place right below, with how many lie below it. */
    public record Child(String href, String name, String counties, String townships, String villages) {}

    /**
     * What a search found.
     *
     * @param href its page
     * @param name its name
     * @param level what kind of place
     * @param fullName with the places above
     */
    public record Hit(String href, String name, String level, String fullName) {}
}
