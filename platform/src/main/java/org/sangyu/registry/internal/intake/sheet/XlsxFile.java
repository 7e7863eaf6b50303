package org.sangyu.registry.internal.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (.xlsx), streamed; cached values stand for formulas. */
final class XlsxFile implements SheetFile {

    private static final int BUFFER = 1 << 16;

    private final ReadableWorkbook book;
    private final List<Sheet> sheets;
    private final SheetLimits limits;

    private XlsxFile(ReadableWorkbook book, SheetLimits limits) {
        this.book = book;
        this.sheets = book.getSheets().toList();
        this.limits = limits;
    }

    static XlsxFile openXlsx(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        inflateWithin(file, limits);
        return openCounted(file, limits);
    }

    static XlsxFile openCounted(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        try {
            // Errors in single cells become values, so that one bad cell cannot stop a whole roster.
            return new XlsxFile(new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true)), limits);
        } catch (ExcelReaderException | IllegalArgumentException | NullPointerException e) {
            throw SheetRefusedException.because("damaged");
        }
    }

    @Override
    public List<SheetInfo> sheets() {
        List<SheetInfo> infos = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            infos.add(new SheetInfo(i, sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE));
        }
        return infos;
    }

    @Override
    public boolean countsFrom1904() {
        return book.isDate1904();
    }

    @Override
    public void read(int sheet, RowSink sink) throws IOException, SheetRefusedException {
        if (sheet < 0 || sheet >= sheets.size()) {
            throw SheetRefusedException.because("noSheet");
        }
        try (var rows = sheets.get(sheet).openStream()) {
            Iterator<Row> each = rows.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                more = sink.take(row(each.next()));
            }
        } catch (ExcelReaderException e) {
            throw SheetRefusedException.because("damaged");
        }
    }

    private SheetRow row(Row row) throws SheetRefusedException {
        if (row.getRowNum() > limits.rows()) {
            throw SheetRefusedException.because("tooManyRows", limits.rows());
        }
        int width = row.getCellCount();
        List<SheetCell> cells = new ArrayList<>(Math.min(width, limits.columns()));
        for (int i = 0; i < width; i++) {
            SheetCell cell = cell(row, i);
            if (i < limits.columns()) {
                cells.add(cell);
            } else if (!cell.isBlank()) {
                throw SheetRefusedException.because("tooManyColumns", limits.columns());
            }
        }
        return new SheetRow(row.getRowNum(), row.isHidden(), cells);
    }

    private SheetCell cell(Row row, int column) throws SheetRefusedException {
        Cell cell = row.getCell(column);
        if (cell == null) {
            return SheetCell.BLANK;
        }
        SheetCell read = read(cell);
        if (read.text().length() > limits.cellCharacters()) {
            throw SheetRefusedException.because("cellTooLong", row.getRowNum(), column + 1, limits.cellCharacters());
        }
        return read;
    }

    private static SheetCell read(Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.EMPTY) {
            return SheetCell.BLANK;
        }
        if (type == CellType.STRING) {
            return SheetCell.ofText(cell.getText());
        }
        if (type == CellType.NUMBER) {
            return number(cell.getRawValue());
        }
        if (type == CellType.ERROR) {
            return new SheetCell(SheetCell.Kind.ERROR, String.valueOf(cell.getRawValue()));
        }
        if (type == CellType.FORMULA) {
            return cached(cell);
        }
        return SheetCell.ofText(cell.getText());
    }

    private static SheetCell cached(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal) {
            return number(cell.getRawValue());
        }
        String raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return SheetCell.BLANK;
        }
        if (raw.startsWith("#")) {
            return new SheetCell(SheetCell.Kind.ERROR, raw);
        }
        return SheetCell.ofText(raw);
    }

    private static SheetCell number(@org.jspecify.annotations.Nullable String raw) {
        return raw == null || raw.isBlank() ? SheetCell.BLANK : new SheetCell(SheetCell.Kind.NUMBER, raw.strip());
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    /**
     * Inflates every part once, counting: the sizes a zip declares about itself are the words of whoever made it.
     */
    private static void inflateWithin(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        boolean workbook = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                workbook |= entry.getName().equals("xl/workbook.xml");
                boolean held = !entry.getName().startsWith("xl/worksheets/");
                long most = held ? limits.sharedBytes() : limits.inflatedBytes();
                total += count(zip, entry, Math.min(most, limits.inflatedBytes() - total), buffer);
            }
        } catch (ZipException e) {
            throw SheetRefusedException.because("damaged");
        }
        if (!workbook) {
            throw SheetRefusedException.because("notExcel");
        }
    }

    private static long count(ZipFile zip, ZipEntry entry, long most, byte[] buffer)
            throws IOException, SheetRefusedException {
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw SheetRefusedException.because("tooBig");
                }
            }
        }
        return bytes;
    }
}
