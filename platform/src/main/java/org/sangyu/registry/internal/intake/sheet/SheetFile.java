package org.sangyu.registry.internal.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of tables, opened for reading one row after the other. */
public sealed interface SheetFile extends Closeable permits XlsxFile, CsvFile {

    /**
     * Opens a file by what it is, not by its name.
     *
     * @throws SheetRefusedException when it is neither .xlsx nor text, or could exhaust the machine
     */
    static SheetFile open(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Magic.LENGTH);
        }
        return switch (Magic.of(head)) {
            case EMPTY -> throw SheetRefusedException.because("empty");
            case OLD_EXCEL -> throw SheetRefusedException.because("oldExcel");
            case PDF -> throw SheetRefusedException.because("pdf");
            case ZIP -> XlsxFile.openXlsx(file, limits);
            case OTHER -> CsvFile.openCsv(file, limits);
        };
    }

    /** Opens a file that {@link #open} accepted before: the sizes of its parts are not counted again. */
    static SheetFile reopen(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Magic.LENGTH);
        }
        return Magic.of(head) == Magic.ZIP ? XlsxFile.openCounted(file, limits) : open(file, limits);
    }

    /** The sheets by position; a .csv has one. */
    List<SheetInfo> sheets();

    /** True when day numbers count from 1904 (old Excel for Mac). */
    boolean countsFrom1904();

    /**
     * Reads a sheet from its beginning until its end or until the sink has enough.
     *
     * @throws SheetRefusedException when a limit is passed or the content is damaged
     */
    void read(int sheet, RowSink sink) throws IOException, SheetRefusedException;

    /**
     * A sheet.
     *
     * @param index position from 0
     * @param name as shown on its tab; empty for .csv
     * @param hidden true when the clerk does not see it
     */
    record SheetInfo(int index, String name, boolean hidden) {}
}
