package org.sangyu.policy.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.ui.Page;

/** The comparison as a workbook: the overview, then one line for each benefit, region and head of amounts. */
final class CompareBook {

    private static final double WIDTH = 18;
    private static final double WIDE = 46;
    private static final String HEAD_FILL = "E9F0F9";
    private static final int AMOUNT = 4;
    private static final int DIFFERENCE = 5;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*\\.\\d\\d");
    private static final String PLAIN = "#,##0.00";
    private static final String SIGNED = "+#,##0.00;-#,##0.00;0.00";

    private CompareBook() {}

    static void write(CompareView.Overview overview, List<CompareView.Benefit> benefits, Page page, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            overview(book.newWorksheet(page.say("policy.compare.all")), overview, page);
            details(book.newWorksheet(page.say("policy.compare.details")), benefits, page);
        }
    }

    private static void overview(Worksheet sheet, CompareView.Overview overview, Page page) throws IOException {
        List<String> heads = new ArrayList<>(List.of(page.say("policy.benefit")));
        heads.addAll(overview.regions());
        head(sheet, heads, WIDE);
        int row = 1;
        for (CompareView.Line line : overview.lines()) {
            List<String> texts = new ArrayList<>(List.of(line.name()));
            line.squares().forEach(square -> texts.add(square(square)));
            line(sheet, row++, texts);
        }
        sheet.finish();
    }

    private static String square(CompareView.Square square) {
        List<String> lines = new ArrayList<>(List.of(square.standing().text()));
        if (square.draft() != null) {
            lines.add(square.draft().text());
        }
        lines.addAll(square.lines());
        return String.join("\n", lines);
    }

    private static void details(Worksheet sheet, List<CompareView.Benefit> benefits, Page page) throws IOException {
        head(
                sheet,
                List.of(
                        page.say("policy.benefit"),
                        page.say("policy.region"),
                        page.say("policy.standing"),
                        page.say("policy.compare.for"),
                        page.say("policy.amount"),
                        page.say("policy.compare.difference"),
                        page.say("policy.unit"),
                        page.say("policy.who"),
                        page.say("policy.from"),
                        page.say("policy.until"),
                        page.say("policy.source"),
                        page.say("policy.compare.mark")),
                WIDTH);
        int row = 1;
        for (CompareView.Benefit benefit : benefits) {
            for (CompareView.Row region : benefit.rows()) {
                int count = Math.max(1, region.amounts().size());
                for (int i = 0; i < count; i++) {
                    List<String> texts = detail(benefit, region, i);
                    line(sheet, row, texts);
                    number(sheet, row, AMOUNT, texts.get(AMOUNT));
                    number(sheet, row, DIFFERENCE, texts.get(DIFFERENCE));
                    row++;
                }
            }
        }
        sheet.finish();
    }

    private static List<String> detail(CompareView.Benefit benefit, CompareView.Row region, int column) {
        boolean has = column < region.amounts().size();
        return List.of(
                benefit.name(),
                region.region(),
                region.draft() == null
                        ? region.standing().text()
                        : region.standing().text() + "；" + region.draft().text(),
                has ? benefit.heads().get(column) : "",
                has ? region.amounts().get(column).text() : "",
                has ? region.amounts().get(column).difference() : "",
                benefit.unit(),
                region.who().stream().map(String::strip).collect(Collectors.joining("\n")),
                region.from(),
                region.until(),
                region.clauses().stream().map(PolicyView.Clause::text).collect(Collectors.joining("\n")),
                region.clauses().stream()
                        .map(PolicyView.Clause::mark)
                        .filter(mark -> !mark.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    static void head(Worksheet sheet, List<String> heads, double width) {
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(0, i, heads.get(i));
            sheet.style(0, i).bold().fillColor(HEAD_FILL).set();
            sheet.width(i, width);
        }
        sheet.freezePane(1, 1);
    }

    static void line(Worksheet sheet, int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                sheet.value(row, i, texts.get(i));
                sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /** An amount or a difference is a number to reckon with; whatever else stands in the cell stays text. */
    private static void number(Worksheet sheet, int row, int column, String text) {
        if (NUMBER.matcher(text).matches()) {
            sheet.value(row, column, new BigDecimal(text.replace(",", "")));
            sheet.style(row, column)
                    .format(column == AMOUNT ? PLAIN : SIGNED)
                    .wrapText(false)
                    .set();
        }
    }
}
