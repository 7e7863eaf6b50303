package org.sangyu.registry.web.intake;

import java.util.List;
import org.sangyu.ui.Option;

/**
 * The columns of an upload before it is taken in.
 *
 * @param id of the import
 * @param name of the file
 * @param headerRow number of the row of headings; 0 when none was found
 * @param recognised sentence that counts the columns
 * @param sheets the sheets, when there is more than one
 * @param templates kinds of list
 * @param columns each column with what it holds and its first cells
 */
public record ColumnsView(
        String id,
        String name,
        int headerRow,
        String recognised,
        List<Option> sheets,
        List<Option> templates,
        List<Column> columns) {

    /**
     * One column.
     *
     * @param field name of its select
     * @param title as written in the file, or a stand-in
     * @param options what it may hold
     * @param known false when it is left out and nobody chose so
     * @param cells of the first rows
     */
    public record Column(String field, String title, List<Option> options, boolean known, List<String> cells) {}
}
