package org.sangyu.policy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list over the packs: heads and rows of cells, in the reader's language; a page and a workbook show the same. */
public final class ListView {

    private ListView() {}

    /**
     * One cell.
     *
     * @param mark in front; null for none
     * @param lines of text
     * @param clauses where it is written, under the text
     * @param href where the cell leads; empty for nowhere
     */
    public record Cell(
            CompareView.@Nullable Mark mark, List<String> lines, List<PolicyView.Clause> clauses, String href) {

        /** Only text. */
        public static Cell of(String... lines) {
            return new Cell(null, List.of(lines), List.of(), "");
        }

        /** Only text. */
        public static Cell of(List<String> lines) {
            return new Cell(null, lines, List.of(), "");
        }

        /** Text with its places. */
        public static Cell cited(List<String> lines, List<PolicyView.Clause> clauses) {
            return new Cell(null, lines, clauses, "");
        }

        /** A link. */
        public static Cell link(String text, String href) {
            return new Cell(null, href.isEmpty() || text.isEmpty() ? List.of() : List.of(text), List.of(), href);
        }

        /** A mark alone. */
        public static Cell of(CompareView.Mark mark) {
            return new Cell(mark, List.of(), List.of(), "");
        }
    }

    /** Heads, and rows with as many cells as heads. */
    public record Table(List<String> heads, List<List<Cell>> rows) {}
}
