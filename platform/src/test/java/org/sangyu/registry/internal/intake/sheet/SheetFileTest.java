package org.sangyu.registry.internal.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读取 Excel 与文本表格")
class SheetFileTest {

    private static final SheetLimits SMALL = new SheetLimits(5, 3, 10, 100_000, 50_000);

    @TempDir
    Path folder;

    private interface Filling {
        void fill(Workbook book, Worksheet sheet) throws IOException;
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            filling.fill(book, book.newWorksheet("名册"));
        }
        return file;
    }

    private static List<SheetRow> rows(Path file, SheetLimits limits) throws Exception {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile sheet = SheetFile.open(file, limits)) {
            sheet.read(0, rows::add);
        }
        return rows;
    }

    private static List<SheetRow> rows(Path file) throws Exception {
        return rows(file, SheetLimits.shipped());
    }

    private Path text(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("roster.csv"), bytes);
    }

    private static String refusal(Path file, SheetLimits limits) {
        try {
            rows(file, limits);
            return "read";
        } catch (SheetRefusedException e) {
            return e.reason();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("文本、数字、空格子各按存储方式读出；隐藏行照读并注明")
    void readsCellsAsTheFileStoresThem() throws Exception {
        List<SheetRow> rows = rows(workbook((book, sheet) -> {
            sheet.value(0, 0, "姓名");
            sheet.value(1, 0, "张 三");
            sheet.value(1, 1, 410_000_000_000_000_123L);
            sheet.value(1, 3, 45_296);
            sheet.hideRow(1);
        }));
        assertThat(rows).hasSize(2);
        SheetRow second = rows.get(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hidden()).isTrue();
        assertThat(second.cell(0)).isEqualTo(new SheetCell(SheetCell.Kind.TEXT, "张 三"));
        assertThat(second.cell(1).kind()).isEqualTo(SheetCell.Kind.NUMBER);
        assertThat(second.cell(2).isBlank()).isTrue();
        assertThat(second.cell(3).text()).isEqualTo("45296");
        assertThat(second.cell(99).isBlank()).isTrue();
    }

    @Test
    @DisplayName("多张工作表可选，隐藏的表也列出")
    void listsSheetsWithHiddenOnes() throws Exception {
        Path file = workbook((book, sheet) -> {
            sheet.value(0, 0, "甲");
            Worksheet other = book.newWorksheet("说明");
            other.value(0, 0, "乙");
            other.setVisibilityState(VisibilityState.HIDDEN);
        });
        try (SheetFile sheet = SheetFile.open(file, SheetLimits.shipped())) {
            assertThat(sheet.sheets())
                    .containsExactly(new SheetFile.SheetInfo(0, "名册", false), new SheetFile.SheetInfo(1, "说明", true));
            assertThat(sheet.countsFrom1904()).isFalse();
            List<SheetRow> rows = new ArrayList<>();
            sheet.read(1, rows::add);
            assertThat(rows.getFirst().cell(0).text()).isEqualTo("乙");
        }
    }

    @Test
    @DisplayName("公式取上次算出的值：文字、数字、错误")
    void readsCachedValuesOfFormulas() throws Exception {
        Path file = folder.resolve("formula.xlsx");
        RawWorkbook.write(file, """
                <row r="1"><c r="A1" t="str"><f>B1</f><v>王秀英</v></c><c r="B1"><f>1+1</f><v>2</v></c>\
                <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>""", "");
        SheetRow row = rows(file).getFirst();
        assertThat(row.cell(0)).isEqualTo(new SheetCell(SheetCell.Kind.TEXT, "王秀英"));
        assertThat(row.cell(1)).isEqualTo(new SheetCell(SheetCell.Kind.NUMBER, "2"));
        assertThat(row.cell(2).kind()).isEqualTo(SheetCell.Kind.ERROR);
    }

    @Test
    @DisplayName("1904 日期系统被认出")
    void knowsTheOldDateSystem() throws Exception {
        Path file = folder.resolve("mac.xlsx");
        RawWorkbook.write(file, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<workbookPr date1904=\"1\"/>");
        try (SheetFile sheet = SheetFile.open(file, SheetLimits.shipped())) {
            assertThat(sheet.countsFrom1904()).isTrue();
        }
    }

    @Test
    @DisplayName("行、列、格子内容超过上限时整份退回并说明")
    void refusesWhatPassesALimit() throws Exception {
        assertThat(refusal(workbook((book, sheet) -> sheet.value(4, 0, "a")), SMALL))
                .isEqualTo("read");
        assertThat(refusal(workbook((book, sheet) -> sheet.value(5, 0, "a")), SMALL))
                .isEqualTo("tooManyRows");
        assertThat(refusal(workbook((book, sheet) -> sheet.value(0, 3, "a")), SMALL))
                .isEqualTo("tooManyColumns");
        assertThat(refusal(workbook((book, sheet) -> sheet.value(0, 0, "12345678901")), SMALL))
                .isEqualTo("cellTooLong");
    }

    @Test
    @DisplayName("压缩炸弹在展开前被识破，不看它自报的大小")
    void refusesAZipBomb() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(new byte[60_000]);
        }
        assertThat(Files.size(file)).isLessThan(2_000);
        assertThat(refusal(file, SMALL)).isEqualTo("tooBig");
    }

    @Test
    @DisplayName("旧版 .xls、PDF、空文件、别的压缩包、图片，各有一句话")
    void saysWhatAFileIsInstead() throws Exception {
        assertThat(refusal(text(new byte[0]), SMALL)).isEqualTo("empty");
        assertThat(refusal(text(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}), SMALL))
                .isEqualTo("oldExcel");
        assertThat(refusal(text("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), SMALL))
                .isEqualTo("pdf");
        assertThat(refusal(text(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}), SMALL))
                .isEqualTo("damaged");
        assertThat(refusal(text(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, (byte) 0xFF}), SMALL))
                .isEqualTo("notText");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThat(refusal(zip, SMALL)).isEqualTo("notExcel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    @DisplayName("文本表格的编码自行识别")
    void findsTheEncodingOut(String charset) throws Exception {
        List<SheetRow> rows = rows(text("姓名,村\n王秀英,东张村\n".getBytes(Charset.forName(charset))));
        assertThat(rows.get(1).cell(0).text()).isEqualTo("王秀英");
        assertThat(rows.get(1).cell(1).text()).isEqualTo("东张村");
    }

    @Test
    @DisplayName("带 BOM 的 UTF-8 和 Excel 的 Unicode 文本照读")
    void readsMarkedText() throws Exception {
        assertThat(rows(text("\uFEFF姓名,村".getBytes(StandardCharsets.UTF_8)))
                        .getFirst()
                        .cell(0)
                        .text())
                .isEqualTo("姓名");
        assertThat(rows(text("\uFEFF姓名\t村".getBytes(StandardCharsets.UTF_16LE)))
                        .getFirst()
                        .cell(1)
                        .text())
                .isEqualTo("村");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    @DisplayName("分隔符自行识别，引号内的不算")
    void findsTheSeparatorOut(String separator) throws Exception {
        String table = String.join(separator, "姓名", "地址", "电话") + "\n"
                + String.join(separator, "张三", "\"3组, 12号; 院内\"", "1") + "\n";
        SheetRow row = rows(text(table.getBytes(StandardCharsets.UTF_8))).get(1);
        assertThat(row.cell(1).text()).isEqualTo("3组, 12号; 院内");
        assertThat(row.cell(2).text()).isEqualTo("1");
    }

    @Test
    @DisplayName("要的工作表不存在是一句话，不是故障")
    void refusesAMissingSheet() throws Exception {
        Path file = text("a,b".getBytes(StandardCharsets.UTF_8));
        try (SheetFile sheet = SheetFile.open(file, SMALL)) {
            assertThatThrownBy(() -> sheet.read(1, row -> true)).isInstanceOf(SheetRefusedException.class);
        }
    }
}
