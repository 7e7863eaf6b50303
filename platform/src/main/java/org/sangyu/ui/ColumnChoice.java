package org.sangyu.ui;

import java.util.List;

/**
 * Which columns a list shows, for {@code ui/columns.jte}: a form that sends {@code columns=chosen} and a box
 * {@code c-<column>} for each that is wanted.
 *
 * @param action address of the list without its query
 * @param kept the rest of the list's query
 * @param columns all that may be chosen: name, word, whether it is shown
 */
public record ColumnChoice(String action, List<Kept> kept, List<Option> columns) {

    /** Copies the lists. */
    public ColumnChoice {
        kept = List.copyOf(kept);
        columns = List.copyOf(columns);
    }

    /** One part of the query that stays. */
    public record Kept(String name, String value) {}
}
