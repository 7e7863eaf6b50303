package org.sangyu.ui;

import java.util.List;
import java.util.Map;

/**
 * A form that somebody else overtook: what is stored now beside what was typed, and the choice between them.
 *
 * @param thing what is edited, by name
 * @param rows the fields, in the order of the form
 * @param action where the form goes when the typed version shall win
 * @param fields everything the form needs again, the version now stored among them
 * @param back the page as it is now
 */
public record Stale(String thing, List<Row> rows, String action, Map<String, String> fields, String back) {

    /** Copies; the order of the fields is kept only by an ordered map. */
    public Stale {
        rows = List.copyOf(rows);
    }

    /** One field in both versions. */
    public record Row(String label, String stored, String typed) {

        /** True when the versions agree. */
        public boolean same() {
            return stored.equals(typed);
        }
    }
}
