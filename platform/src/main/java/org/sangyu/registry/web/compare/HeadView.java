package org.sangyu.registry.web.compare;

/**
 * A list that was handed in.
 *
 * @param href its page
 * @param title source, content and day
 * @param county whose people, empty where the desk knows only one county
 * @param tone of the state
 * @param at when it was read, or when handed in while it is not
 */
public record HeadView(
        String href,
        String title,
        String file,
        String county,
        String extracted,
        String tone,
        String state,
        String by,
        String at,
        Counts counts) {

    /** How many rows it has, how many spoke against somebody, how many name nobody here, how many wait. */
    public record Counts(String rows, String hits, String notFound, String open) {}
}
