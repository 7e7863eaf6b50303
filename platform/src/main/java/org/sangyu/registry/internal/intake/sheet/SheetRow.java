package org.sangyu.registry.internal.intake.sheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as the clerk's program shows it, from 1
 * @param hidden true when a filter or the clerk hid it; it counts like any other
 * @param cells from the first column on; missing ones at the end are blank
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {

    /** The cell of a column counted from 0; blank past the end. */
    public SheetCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : SheetCell.BLANK;
    }

    /** True when no cell says anything. */
    public boolean isBlank() {
        for (SheetCell cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
