package org.sangyu.registry.web.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.ui.Words;

/** The empty form of a list: its heads over cells that keep ID numbers as text. */
final class ListTemplate {

    private static final double WIDTH = 22;
    private static final int TEXT_ROWS = 500;

    private ListTemplate() {}

    static void write(Kind kind, Words chinese, OutputStream out) throws IOException {
        List<String> heads = List.of(
                chinese.say("intake.heading.NAME"),
                chinese.say("intake.heading.ID_NUMBER"),
                chinese.say("intake.heading.BORN"),
                chinese.say("compare.template." + kind));
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(chinese.say("compare.kind." + kind));
            for (int i = 0; i < heads.size(); i++) {
                sheet.value(0, i, heads.get(i));
                sheet.style(0, i).bold().set();
                sheet.width(i, WIDTH);
                sheet.range(1, i, TEXT_ROWS, i).style().format("@").set();
            }
            sheet.freezePane(0, 1);
            sheet.finish();
        }
    }
}
