package org.sangyu.benefits.internal.cycle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.sangyu.benefits.internal.cycle.ReturnRow.Outcome;
import org.sangyu.shared.Money;

/** Reads the bank's answer (回盘) as its format says; a row that cannot be read is handed on as such, never dropped. */
final class ReturnReader {

    private final Back back;

    ReturnReader(Back back) {
        this.back = back;
    }

    /** Hands over every row that is not blank, in the order of the file. */
    void read(InputStream in, Consumer<ReturnRow> rows) throws IOException {
        if (back.shape() == Shape.XLSX) {
            readSheet(in, back.skip(), (number, values) -> accept(number, values, rows));
        } else {
            readText(in, back.skip(), (number, values) -> accept(number, values, rows));
        }
    }

    /** The first rows as they stand, each cut into its columns; to look at before anything is read. */
    List<List<String>> head(InputStream in, int rows) throws IOException {
        List<List<String>> head = new ArrayList<>();
        RawRows keep = (number, values) -> {
            if (head.size() < rows) {
                head.add(List.copyOf(values));
            }
        };
        if (back.shape() == Shape.XLSX) {
            readSheet(in, 0, keep);
        } else {
            readText(in, 0, keep);
        }
        return head;
    }

    private interface RawRows {
        void row(int number, List<String> values);
    }

    private void readText(InputStream in, int skip, RawRows rows) throws IOException {
        InputStreamReader text = new InputStreamReader(in, Charset.forName(back.charset()));
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(back.separator())
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            int number = 0;
            for (CsvRecord record : csv) {
                number++;
                if (number > skip) {
                    rows.row(number, record.getFields());
                }
            }
        }
    }

    private void readSheet(InputStream in, int skip, RawRows rows) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> lines = book.getFirstSheet().openStream()) {
            Iterator<Row> all = lines.iterator();
            while (all.hasNext()) {
                Row row = all.next();
                if (row.getRowNum() > skip) {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < row.getCellCount(); i++) {
                        Cell cell = row.getCell(i);
                        values.add(cell == null || cell.getRawValue() == null ? "" : cell.getText());
                    }
                    rows.row(row.getRowNum(), values);
                }
            }
        }
    }

    private void accept(int number, List<String> values, Consumer<ReturnRow> rows) {
        if (values.stream().allMatch(String::isBlank)) {
            return;
        }
        String result = at(values, back.result());
        Long fen = fen(at(values, back.yuan()), back.inFen());
        boolean unreadable = at(values, back.reference()).isEmpty() || (back.yuan() > 0 && fen == null);
        rows.accept(new ReturnRow(
                number,
                at(values, back.reference()),
                fen,
                result,
                unreadable ? Outcome.UNREADABLE : outcome(result),
                at(values, back.reason()),
                day(at(values, back.paidOn()))));
    }

    private Outcome outcome(String result) {
        if (back.paid().contains(result)) {
            return Outcome.PAID;
        }
        if (back.failed().contains(result)) {
            return Outcome.FAILED;
        }
        return back.unknown().contains(result) ? Outcome.UNKNOWN : Outcome.UNREADABLE;
    }

    private static String at(List<String> values, int column) {
        return column < 1 || column > values.size()
                ? ""
                : values.get(column - 1).replace("\uFEFF", "").strip();
    }

    private static @Nullable Long fen(String amount, boolean inFen) {
        try {
            String digits = amount.replace(",", "");
            return inFen ? Long.parseLong(digits) : Money.parse(digits).fen();
        } catch (NumberFormatException | ArithmeticException unreadable) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
