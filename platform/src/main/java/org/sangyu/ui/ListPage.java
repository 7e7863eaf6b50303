package org.sangyu.ui;

import java.util.List;

/**
 * One numbered page of a list.
 *
 * @param rows what it shows
 * @param number counted from 1
 * @param more true when another page follows
 */
public record ListPage<T>(List<T> rows, int number, boolean more) {

    /** Copies the rows. */
    public ListPage {
        rows = List.copyOf(rows);
    }

    /** Where the rows come from: at most {@code limit} after the first {@code offset}. */
    @FunctionalInterface
    public interface Source<T> {
        List<T> read(int offset, int limit);
    }

    /**
     * Reads the page asked for; where the list ends before it, the last one.
     *
     * @param size rows of a page
     */
    public static <T> ListPage<T> read(PageNumber asked, int size, Source<T> source) {
        ListPage<T> page = at(asked.value(), size, source);
        return page.rows().isEmpty() && asked.value() > 1 ? at(last(asked.value(), size, source), size, source) : page;
    }

    /** How many rows stand before this page. */
    public int before(int size) {
        return (number - 1) * size;
    }

    /** The number of its first row in the whole list, counted from 1; 0 for an empty list. */
    public int first(int size) {
        return rows.isEmpty() ? 0 : before(size) + 1;
    }

    /** The number of its last row in the whole list; 0 for an empty list. */
    public int last(int size) {
        return before(size) + rows.size();
    }

    /** The way to the pages around. */
    public Pager pager(Page page, String text) {
        return Pager.numbered(page, text, number, more);
    }

    private static <T> ListPage<T> at(int number, int size, Source<T> source) {
        List<T> found = source.read((number - 1) * size, size + 1);
        return new ListPage<>(found.subList(0, Math.min(size, found.size())), number, found.size() > size);
    }

    /** The last page with a row, found by halving what lies before an empty one. */
    private static int last(int empty, int size, Source<?> source) {
        int full = 1;
        int beyond = empty;
        while (beyond - full > 1) {
            int middle = full + (beyond - full) / 2;
            if (source.read((middle - 1) * size, 1).isEmpty()) {
                beyond = middle;
            } else {
                full = middle;
            }
        }
        return full;
    }
}
