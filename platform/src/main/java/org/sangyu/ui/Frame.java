package org.sangyu.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of a page.
 *
 * @param fragment true when htmx asked: only the content is sent, with its title
 * @param menu entries this desk may use, at most seven
 * @param desks all desks of the person, the one in use first
 * @param notice what just happened, or null
 * @param watch that somebody looks at another's pages, or may; null otherwise
 */
public record Frame(
        boolean fragment,
        List<Entry> menu,
        List<DeskChoice> desks,
        @Nullable Notice notice,
        @Nullable Watch watch) {

    /** Nothing around. */
    public static final Frame NONE = new Frame(false, List.of(), List.of(), null, null);

    /** Copies the lists. */
    public Frame {
        menu = List.copyOf(menu);
        desks = List.copyOf(desks);
    }

    /**
     * A line above everything, printed too, while an administrator looks at somebody's pages.
     *
     * @param text who, whose, until when
     * @param end address a form posts to in order to end it
     * @param button what that is called
     */
    public record Watch(String text, String end, String button) {}

    /**
     * One entry of the menu.
     *
     * @param wordKey key of its name
     * @param href where it leads
     * @param current true when this page lies under it
     */
    public record Entry(String wordKey, String href, boolean current) {}

    /**
     * One desk a person may work at.
     *
     * @param id what the switch sends back; belongs to this person only
     * @param role the role in the reader's language
     * @param place the place's name in the reader's language
     */
    public record DeskChoice(String id, String role, String place) {

        /** Role and place as one text. */
        public String text() {
            return place.isEmpty() ? role : role + " · " + place;
        }
    }
}
