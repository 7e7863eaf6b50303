package org.sangyu.registry.web;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.ColumnChoice;
import org.sangyu.ui.Pager;

/**
 * The list of elders.
 *
 * @param text what is searched
 * @param rows one page
 * @param filters chips, each group under its name; counts may be empty
 * @param countsAt where the same chips with their counts come from
 * @param exportAt where a form sends this list into a workbook
 * @param pager where the page stands
 * @param sort as the address says it
 * @param hidden the filters a search keeps, as name and value
 * @param place the place the list is narrowed to, in words
 * @param mayRegister true when this desk registers people
 * @param mayImport true when this desk brings in rosters
 * @param total how many match, at most a thousand and a plus
 * @param tagsAt where the people picked are sent to be given a category
 * @param assignAt where they are sent to be given to a visitor; empty where this desk gives nobody
 * @param columns which columns are shown, with the form to choose them
 * @param isWhole true when nothing narrows the list
 */
public record ElderListView(
        String text,
        List<ElderRowView> rows,
        List<Group> filters,
        String countsAt,
        String exportAt,
        Pager pager,
        String sort,
        List<Hidden> hidden,
        String place,
        boolean mayRegister,
        boolean mayImport,
        String total,
        String tagsAt,
        String assignAt,
        ColumnChoice columns,
        boolean isWhole) {

    /** True when the column is to be seen. */
    public boolean shows(String column) {
        return columns.columns().stream()
                .anyMatch(one -> one.chosen() && one.value().equals(column));
    }

    /** Chips that answer one question. */
    public record Group(String label, List<Chip> chips) {}

    /** A hidden field of the search form. */
    public record Hidden(String name, String value) {}
}
