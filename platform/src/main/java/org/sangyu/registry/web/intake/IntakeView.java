package org.sangyu.registry.web.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as pages show it; every text in the reader's language.
 *
 * @param id for addresses
 * @param name of the file
 * @param template what kind of list
 * @param tone of its badge
 * @param state in words
 * @param person who imports
 * @param at when it was uploaded
 * @param running true while the page asks again
 * @param figures counts, each leading to its rows
 * @param notes sentences below the counts
 * @param warning sentence when the file was sent back, else null
 * @param mayMend true when some row was sent back or waits
 */
public record IntakeView(
        String id,
        String name,
        String template,
        String tone,
        String state,
        String person,
        String at,
        boolean running,
        List<Figure> figures,
        List<String> notes,
        @Nullable String warning,
        boolean mayMend) {

    /**
     * One count.
     *
     * @param number formatted
     * @param label what is counted
     * @param href its rows, or null when there are none
     * @param part true for a part of the count before it
     */
    public record Figure(
            String number, String label, @Nullable String href, boolean part) {}

    /** The number of one label for lists, by position: rows, taken, refused, parked. */
    public String count(int index) {
        return figures.get(index).number();
    }
}
