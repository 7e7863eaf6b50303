package org.sangyu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@DisplayName("打印表单")
class PrintedFormTest {

    private static final float A4_WIDTH_PT = 595;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T06:30:00Z"), ZoneOffset.UTC);

    private final PrintedForm form =
            new PrintedForm(TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.sangyu"), CLOCK);

    @Test
    @DisplayName("每页左下写明谁在何时打印，名字里有引号也照写；没有人在岗位上就不写")
    void saysWhoPrintedIt() throws IOException {
        Desk desk = Desks.of(Role.TOWNSHIP, "C0G0807001");
        try (PDDocument pdf = Loader.loadPDF(CurrentDesk.callThrowing(desk, () -> print(Language.ZH, rows(130))))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains(desk.name() + "（" + desk.account() + "）2026-11-27 14:30 打印");
            }
        }
        Desk quoted = Desk.of("o'hara\\", "O'Hara \"x\"", Role.TOWNSHIP, new Place("C0G0807001"));
        try (PDDocument pdf = Loader.loadPDF(CurrentDesk.callThrowing(quoted, () -> print(Language.EN, rows(1))))) {
            assertThat(text(pdf, 1)).contains("Printed by O'Hara \"x\" (o'hara\\)");
        }
        try (PDDocument pdf = Loader.loadPDF(print(Language.ZH, rows(1)))) {
            assertThat(text(pdf, 1)).doesNotContain("打印", "printed");
        }
    }

    @Test
    @DisplayName("每页有“第几页 共几页”，末页有盖章处，表头逐页重复")
    void numbersEveryPageAndLeavesPlaceForTheStamp() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(Language.ZH, rows(130)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(A4_WIDTH_PT, A4_WIDTH_PT + 1);
            assertThat(text(pdf, 1)).contains("第 1 页 共 " + pages + " 页", "序号").doesNotContain("盖章处");
            assertThat(text(pdf, pages)).contains("第 " + pages + " 页 共 " + pages + " 页", "序号", "（盖章处）");
        }
    }

    @Test
    @DisplayName("姓名中的生僻字照样打印")
    void printsRareCharacters() throws IOException {
        String rare = "㐂䶮喆堃鿔\uD873\uDD02〇";
        try (PDDocument pdf = Loader.loadPDF(print(Language.ZH, row(1, "王" + rare + "·阿卜杜拉")))) {
            assertThat(text(pdf, 1)).contains(rare, "阿卜杜拉").doesNotContain("#");
        }
    }

    @Test
    @DisplayName("字库没有的字印成〓，留待手写，不印成别的字")
    void marksWhatTheFontLacks() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(Language.ZH, row(1, "王\uD842\uDFB7")))) {
            assertThat(text(pdf, 1)).contains("王〓");
        }
    }

    @Test
    @DisplayName("英文表单用英文页码")
    void printsEnglish() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(Language.EN, row(1, "王秀英")))) {
            assertThat(text(pdf, 1)).contains("Page 1 of 1", "(place for the stamp)");
        }
    }

    private byte[] print(Language language, String rows) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words(language));
        model.put("title", "高龄津贴发放花名册");
        model.put("lines", List.of("编制单位：某县民政局"));
        model.put("signatures", List.of("制表人：", "审核人："));
        model.put("content", (Content) out -> out.writeContent(
                "<table><thead><tr><th>序号</th><th>姓名</th></tr></thead><tbody>" + rows + "</tbody></table>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.print("forms/paper", model, out);
        Files.write(Path.of("target", "printed-form-" + language + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            rows.append(row(i, "王秀英"));
        }
        return rows.toString();
    }

    private static String row(int number, String name) {
        return "<tr><td class=\"number\">" + number + "</td><td>" + name + "</td></tr>";
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static Words words(Language language) {
        try (var context = new AnnotationConfigApplicationContext(Dictionary.class)) {
            return context.getBean(Dictionary.class).in(language);
        }
    }
}
