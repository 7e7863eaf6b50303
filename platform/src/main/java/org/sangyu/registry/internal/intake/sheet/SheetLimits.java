package org.sangyu.registry.internal.intake.sheet;

/**
 * How much a file may hold, so that no file can exhaust the machine.
 *
 * @param rows most rows of a sheet
 * @param columns most columns of a row that are read; further ones must be blank
 * @param cellCharacters most characters of a cell
 * @param inflatedBytes most bytes of all parts of an .xlsx after inflation
 * @param sharedBytes most bytes of its shared strings, which are the one part held in memory
 */
public record SheetLimits(int rows, int columns, int cellCharacters, long inflatedBytes, long sharedBytes) {

    private static final long MIB = 1 << 20;

    /** Excel's own rows; 200 columns; 2,000 characters; 2 GiB inflated, of which 160 MiB shared strings. */
    public static SheetLimits shipped() {
        return new SheetLimits(1_048_576, 200, 2_000, 2_048 * MIB, 160 * MIB);
    }
}
