package org.sangyu.ui;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of rows stands in its list.
 *
 * @param text what is shown, for example 第 51–100 人，共 1,204 人, made by the module
 * @param previous address of the page before, or null
 * @param next address of the page after, or null
 */
public record Pager(
        String text, @Nullable String previous, @Nullable String next) {

    /**
     * A pager by numbered pages, under {@code page} in the query, counted from 1.
     *
     * @param number this page
     * @param more true when rows follow
     */
    public static Pager numbered(Page page, String text, int number, boolean more) {
        String previous = number <= 1 ? null : page.with("page", number == 2 ? null : String.valueOf(number - 1));
        return new Pager(text, previous, more ? page.with("page", String.valueOf(number + 1)) : null);
    }
}
