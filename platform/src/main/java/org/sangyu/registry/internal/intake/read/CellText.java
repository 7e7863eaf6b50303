package org.sangyu.registry.internal.intake.read;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sangyu.registry.internal.intake.sheet.SheetCell;

/** A cell as text that means the same when it is read again: day numbers become days, numbers lose their exponent. */
public final class CellText {

    private final Set<Integer> dayColumns = new HashSet<>();
    private final DayReader days;

    /**
     * For the columns of one file.
     *
     * @param columns column of each heading
     * @param from1904 how day numbers count
     */
    public CellText(Map<Heading, Integer> columns, boolean from1904) {
        this.days = new DayReader(from1904);
        for (Heading heading : Set.of(Heading.BORN, Heading.ASSESSED, Heading.PAID_UP_TO)) {
            Integer column = columns.get(heading);
            if (column != null) {
                dayColumns.add(column);
            }
        }
    }

    /** The text of a cell. */
    public String of(int column, SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.NUMBER) {
            if (dayColumns.contains(column) && days.day(cell) instanceof Reading.Value<LocalDate>(LocalDate day)) {
                return day.toString();
            }
            return Typed.text(cell);
        }
        return cell.text();
    }
}
