package org.sangyu.benefits.internal.cycle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One form of files to and from a paying office, as a file under {@code formats/} describes it (报盘、回盘格式).
 *
 * @param id name of its file
 */
public record PayFormat(String id, String nameZh, String nameEn, Out out, Back back) {

    /** How rows are written. */
    public enum Shape {
        /** Lines of text with a separator. */
        TEXT,
        /** One sheet of an .xlsx workbook. */
        XLSX
    }

    /** What can stand in a column of the file to the bank. */
    public enum Field {
        SEQUENCE,
        REFERENCE,
        HOLDER,
        ACCOUNT,
        BANK,
        YUAN,
        FEN,
        PERIOD,
        BENEFIT,
        PERSON,
        ID_NUMBER
    }

    /**
     * The file to the bank.
     *
     * @param heads lines before the rows, with {@code {count}}, {@code {yuan}}, {@code {fen}}, {@code {number}}
     * @param titles true when a line of column titles stands before the rows
     * @param totals last line, as {@code heads}, or null
     */
    public record Out(
            Shape shape,
            String extension,
            String charset,
            String separator,
            String lineEnd,
            List<String> heads,
            boolean titles,
            List<Column> columns,
            @Nullable String totals) {

        /** True when a column holds this. */
        public boolean holds(Field field) {
            return columns.stream().anyMatch(column -> column.field() == field);
        }

        /** Copies the lists. */
        public Out {
            heads = List.copyOf(heads);
            columns = List.copyOf(columns);
        }
    }

    /** One column. */
    public record Column(Field field, String title) {}

    /**
     * The file back from the bank; columns are counted from 1, 0 means there is none.
     *
     * @param skip lines before the first row
     * @param inFen true when amounts are whole fen instead of yuan
     * @param paid words of the bank that mean the money arrived
     * @param failed words that mean it did not (退票)
     */
    public record Back(
            Shape shape,
            String charset,
            String separator,
            int skip,
            int reference,
            int yuan,
            boolean inFen,
            int result,
            int reason,
            int paidOn,
            Set<String> paid,
            Set<String> failed,
            Set<String> unknown) {

        /** Copies the words. */
        public Back {
            paid = Set.copyOf(paid);
            failed = Set.copyOf(failed);
            unknown = Set.copyOf(unknown);
        }
    }
}
