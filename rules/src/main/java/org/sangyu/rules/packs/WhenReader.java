package org.sangyu.rules.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Tree;

/** Reads a day as exact as its document: a day, a month, a year, {@code always}, after and by, seen. */
final class WhenReader {

    private WhenReader() {}

    static @Nullable When read(Fields fields, String key) {
        Tree tree = fields.tree(key);
        if (tree == null) {
            return null;
        }
        if (tree instanceof Tree.Branch) {
            return between(fields, key);
        }
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        try {
            return written(text);
        } catch (DateTimeException e) {
            fields.add(
                    "WRONG_DATE",
                    tree.at(),
                    "日期写法不对或日历上没有：“" + text + "”",
                    "Not a date, or none in the calendar: '" + text + "'",
                    "写作 2014-10-01、2014-10、2019、always、{after: …, by: …} 或 {seen: …}",
                    "Write 2014-10-01, 2014-10, 2019, always, {after: …, by: …} or {seen: …}");
            return null;
        }
    }

    private static When written(String text) {
        if (text.equals("always")) {
            return When.ALWAYS;
        }
        if (text.matches("\\d{4}")) {
            Year year = Year.parse(text);
            return new When(year.atDay(1), year.atMonth(12).atEndOfMonth(), false, text);
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            YearMonth month = YearMonth.parse(text);
            return new When(month.atDay(1), month.atEndOfMonth(), false, text);
        }
        return When.on(LocalDate.parse(text));
    }

    private static @Nullable When between(Fields fields, String key) {
        Fields days = fields.fields(key);
        if (days == null) {
            return null;
        }
        LocalDate seen = days.day("seen");
        LocalDate after = days.day("after");
        LocalDate by = days.day("by");
        days.done();
        LocalDate latest = seen == null ? by : seen;
        if (latest == null || (seen != null && (after != null || by != null))) {
            days.add(
                    "WRONG_DATE",
                    days.at(),
                    "应写 {after: 日, by: 日}、{by: 日} 或 {seen: 日}",
                    "Write {after: day, by: day}, {by: day} or {seen: day}",
                    "改写日期",
                    "Rewrite the date");
            return null;
        }
        if (after != null && !after.isBefore(latest)) {
            days.add(
                    "WRONG_DATE",
                    days.at(),
                    "after 不早于 by",
                    "'after' is not before 'by'",
                    "对调两个日期",
                    "Swap the two days");
            return null;
        }
        LocalDate earliest = after == null ? LocalDate.MIN : after.plusDays(1);
        return new When(earliest, latest, after == null, after == null ? "≤" + latest : earliest + ".." + latest);
    }
}
