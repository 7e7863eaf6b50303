package org.sangyu.registry.web;

import java.util.List;
import org.sangyu.ui.Chip;

/**
 * The order of sources for one kind of fact; texts in the reader's language.
 *
 * @param county whose order
 * @param kind the kind's code
 * @param kinds all kinds, the one shown marked
 * @param own true when the county ordered it for itself
 * @param mayChange true at the desk that decides it
 * @param rows sources, the one that goes before first
 * @param error what is wrong with what was sent, may be empty
 */
public record SourceOrderView(
        String county, String kind, List<Chip> kinds, boolean own, boolean mayChange, List<Row> rows, String error) {

    /** Copies the lists. */
    public SourceOrderView {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * One source.
     *
     * @param code its code, name of its field
     * @param name in words
     * @param number its place in the order as shown or typed
     */
    public record Row(String code, String name, String number) {}
}
