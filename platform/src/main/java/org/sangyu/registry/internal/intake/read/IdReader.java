package org.sangyu.registry.internal.intake.read;

import java.util.Optional;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.internal.intake.sheet.SheetCell;

/** Reads ID numbers as cells hold them; what Excel has rounded is refused with how to mend it, never repaired. */
final class IdReader {

    private IdReader() {}

    /** The number; 15 digits are made 18, spaces, apostrophes, full-width digits and a small x are forgiven. */
    static Reading<IdNumber> read(SheetCell cell) {
        if (cell.isBlank()) {
            return Reading.blank();
        }
        if (cell.kind() == SheetCell.Kind.ERROR) {
            return Reading.wrong("cellError");
        }
        if (Typed.isRounded(cell)) {
            return Reading.wrong("idRounded");
        }
        String text = Typed.compact(cell).toUpperCase(java.util.Locale.ROOT);
        Optional<IdNumber.Problem> problem = IdNumber.problemOf(text);
        if (problem.isEmpty()) {
            return Reading.value(IdNumber.parse(text));
        }
        return switch (problem.get()) {
            case SHAPE -> Reading.wrong("idShape", String.valueOf(text.length()));
            case ROUNDED -> Reading.wrong("idRounded");
            case DATE -> Reading.wrong("idBirth");
            case CHECK -> Reading.wrong("idCheck");
        };
    }
}
