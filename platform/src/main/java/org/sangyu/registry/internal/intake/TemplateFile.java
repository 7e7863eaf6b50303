package org.sangyu.registry.internal.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.registry.internal.intake.Intake.Template;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.ui.Words;

/** The empty form of a roster: headings, one example row that is never taken in, and a sheet of notes. */
public final class TemplateFile {

    private static final double WIDTH = 16;
    private static final double NOTES_WIDTH = 90;
    private static final String HEAD_FILL = "E9F0F9";
    private static final int EMPTY_TEXT_ROWS = 200;

    private TemplateFile() {}

    /** The headings of a template in their order. */
    public static List<Heading> headings(Template template) {
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.NAME,
                Heading.ID_NUMBER,
                Heading.SEX,
                Heading.BORN,
                Heading.TOWNSHIP,
                Heading.VILLAGE,
                Heading.ADDRESS,
                Heading.PHONE));
        if (template == Template.ALREADY_RECEIVING) {
            headings.addAll(List.of(Heading.BENEFIT, Heading.AMOUNT, Heading.PAID_UP_TO));
        } else {
            headings.addAll(List.of(
                    Heading.CATEGORY,
                    Heading.LIVING,
                    Heading.ABILITY,
                    Heading.ASSESSED,
                    Heading.CONTACT,
                    Heading.CONTACT_RELATION,
                    Heading.CONTACT_PHONE));
        }
        headings.addAll(List.of(Heading.BANK, Heading.ACCOUNT, Heading.HOLDER));
        return headings;
    }

    /** Writes the workbook; headings and example are Chinese, the notes in the reader's language. */
    public static void write(Template template, Words chinese, Words reader, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(chinese.say("intake.template." + template));
            List<Heading> headings = headings(template);
            for (int i = 0; i < headings.size(); i++) {
                Heading heading = headings.get(i);
                sheet.value(0, i, chinese.say("intake.heading." + heading));
                sheet.style(0, i).bold().fillColor(HEAD_FILL).set();
                sheet.width(i, WIDTH);
                sheet.value(1, i, chinese.say("intake.example." + heading));
                sheet.range(1, i, EMPTY_TEXT_ROWS, i).style().format("@").set();
            }
            sheet.freezePane(0, 1);
            sheet.finish();
            notes(book.newWorksheet(reader.say("intake.notes.sheet")), template, reader);
        }
    }

    private static void notes(Worksheet sheet, Template template, Words reader) throws IOException {
        sheet.width(0, WIDTH);
        sheet.width(1, NOTES_WIDTH);
        int row = 0;
        sheet.value(row, 0, reader.say("intake.notes.title"));
        sheet.style(row, 0).bold().set();
        for (Heading heading : headings(template)) {
            row++;
            sheet.value(row, 0, reader.say("intake.heading." + heading));
            sheet.value(row, 1, reader.say("intake.note." + heading));
            sheet.style(row, 1).wrapText(true).set();
        }
        for (String general : List.of("blank", "example", "repeat")) {
            row++;
            sheet.value(row, 1, reader.say("intake.note." + general));
            sheet.style(row, 1).wrapText(true).set();
        }
        sheet.finish();
    }
}
