package org.sangyu.benefits.internal.cycle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.PayFormat.Column;
import org.sangyu.benefits.internal.cycle.PayFormat.Out;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.sangyu.shared.Money;

/** Writes the file for the bank (报盘) as its format says; rows stream through. */
final class PayFileWriter {

    /** What heads and totals name. */
    record Totals(long number, long count, Money amount) {}

    private final Out out;
    private final Totals totals;

    PayFileWriter(PayFormat format, Totals totals) {
        this.out = format.out();
        this.totals = totals;
    }

    /**
     * Writes everything and leaves the stream open.
     *
     * @throws IllegalArgumentException for an amount that is not positive, or a name that the charset cannot write:
     *     a wrong letter would send money to nobody
     */
    void write(Iterator<PayRow> rows, OutputStream to) throws IOException {
        if (out.shape() == Shape.XLSX) {
            writeSheet(rows, to);
        } else {
            writeText(rows, to);
        }
    }

    private void writeText(Iterator<PayRow> rows, OutputStream to) throws IOException {
        CharsetEncoder encoder =
                Charset.forName(out.charset()).newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(to, encoder));
        for (String head : out.heads()) {
            text.append(filled(head)).append(out.lineEnd());
        }
        if (out.titles()) {
            text.append(joined(out.columns().stream().map(Column::title).toList()))
                    .append(out.lineEnd());
        }
        CharsetEncoder test = Charset.forName(out.charset()).newEncoder();
        while (rows.hasNext()) {
            PayRow row = positive(rows.next());
            String line = joined(out.columns().stream()
                    .map(column -> row.value(column.field()))
                    .toList());
            if (!test.canEncode(line)) {
                throw new IllegalArgumentException(
                        out.charset() + " cannot write the name in payment " + row.reference());
            }
            text.append(line).append(out.lineEnd());
        }
        if (out.totals() != null) {
            text.append(filled(out.totals())).append(out.lineEnd());
        }
        text.flush();
    }

    private String joined(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.isEmpty() ? "" : out.separator()).append(clean(value));
        }
        return line.toString();
    }

    /** Banks read no quotes: what would break a line becomes a blank. */
    private String clean(String value) {
        String oneLine = value.replace('\n', ' ').replace('\r', ' ');
        return out.separator().isBlank() ? oneLine : oneLine.replace(out.separator(), " ");
    }

    private void writeSheet(Iterator<PayRow> rows, OutputStream to) throws IOException {
        Workbook book = new Workbook(to, "Sangyu", "1.0");
        Worksheet sheet = book.newWorksheet("Sheet1");
        int at = 0;
        for (String head : out.heads()) {
            sheet.value(at++, 0, filled(head));
        }
        if (out.titles()) {
            for (int column = 0; column < out.columns().size(); column++) {
                sheet.value(at, column, out.columns().get(column).title());
            }
            at++;
        }
        while (rows.hasNext()) {
            PayRow row = positive(rows.next());
            for (int column = 0; column < out.columns().size(); column++) {
                write(sheet, at, column, row);
            }
            at++;
        }
        if (out.totals() != null) {
            sheet.value(at, 0, filled(out.totals()));
        }
        book.finish();
    }

    /** Amounts are numbers, so that a clerk can add them up; everything else is text and keeps its leading zeros. */
    private void write(Worksheet sheet, int at, int column, PayRow row) {
        PayFormat.Field field = out.columns().get(column).field();
        if (field == PayFormat.Field.YUAN) {
            sheet.value(at, column, new BigDecimal(row.amount().plain()));
            sheet.style(at, column).format("0.00").set();
        } else {
            sheet.value(at, column, row.value(field));
        }
    }

    private static PayRow positive(@Nullable PayRow row) {
        if (row == null || row.amount().fen() <= 0) {
            throw new IllegalArgumentException("a file holds only positive amounts: " + row);
        }
        return row;
    }

    private String filled(String pattern) {
        return pattern.replace("{count}", String.valueOf(totals.count()))
                .replace("{yuan}", totals.amount().plain())
                .replace("{fen}", String.valueOf(totals.amount().fen()))
                .replace("{number}", String.valueOf(totals.number()));
    }
}
