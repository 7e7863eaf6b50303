package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.IdNumber;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("导入一份乱的花名册")
class ImportE2ETest extends Walk {

    private static final List<String> HEADINGS =
            List.of("序号", "姓 名", "身份证号码", "出生年月日", "乡镇（街道）", "村（社区）", "人员类别", "联系电话");
    private static final int ID = 2;
    private static final double ROUNDED = 9.9777719481203E17;

    @Autowired
    private Regions regions;

    @Autowired
    private Accounts accounts;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("名字补了空格、村名各写各的、日期五花八门的都收下；号码被抹零的退回、村名不认识的先登记到乡镇、请人选村；改好回执再传就都收下")
    void takesInMendsAndTakesInAgain(Page page) throws IOException {
        DemoAccount clerk = account(Role.COUNTY_CLERK);
        signIn(page, clerk);
        open(page, "/imports");
        page.setInputFiles("#file", messy(clerk));
        press(page, "上传并查看列对应");
        says(page, "认出 7 列");
        finish(page);
        assertThat(figures(page)).containsExactly("7", "5", "2", "0");

        page.locator("a.figure", new Page.LocatorOptions().setHasText("退回")).click();
        look(page);
        says(page, "Excel");
        page.goBack();
        settle(page);
        Path mended = mend(download(page, "下载待改正的行"));

        open(page, "/imports");
        page.setInputFiles("#file", mended);
        press(page, "上传并查看列对应");
        finish(page);
        assertThat(figures(page)).containsExactly("2", "2", "0", "0");

        open(page, "/imports");
        page.setInputFiles("#file", mended);
        press(page, "上传并查看列对应");
        finish(page);
        says(page, "这份文件没有让任何档案发生变化");

        open(page, "/imports/parked");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("欧阳一一"));
        row.locator("select").selectOption(new SelectOption().setIndex(1));
        row.locator("select + button").click();
        look(page);
        says(page, "欧阳一一");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("欧阳一一"))
                        .count())
                .isZero();
        open(page, "/elders?q=" + "司马");
        says(page, "司马二二");
    }

    /** Starts the import and follows it to its end; the page moves by itself. */
    private void finish(Page page) {
        page.click("#start-name");
        page.locator("#intake .badge.ok").waitFor();
        look(page);
    }

    private static List<String> figures(Page page) {
        return page.locator(".figures .figure-n").allInnerTexts();
    }

    private Path download(Page page, String link) {
        Download answer = page.waitForDownload(() -> page.getByText(link).click());
        Path file = folder.resolve("answer.xlsx");
        answer.saveAs(file);
        return file;
    }

    private Path messy(DemoAccount clerk) throws IOException {
        Place county = accounts.listDesks(clerk.account()).getFirst().place();
        PlaceInfo township = regions.children(county, 0, 1).getFirst();
        List<PlaceInfo> villages = regions.children(township.place(), 0, 4);
        String full = villages.get(0).name();
        String middle = villages.get(1).name().replaceAll("(居民|村民)委员会$", "");
        String bare = villages.get(2).name().replaceAll("(社区居民|村民|居民)委员会$", "");
        Path file = folder.resolve("花名册.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            sheet.value(0, 0, "老年人花名册");
            sheet.range(0, 0, 0, HEADINGS.size() - 1).merge();
            row(sheet, 1, HEADINGS.toArray(String[]::new));
            String town = township.name();
            row(sheet, 2, "1", "　司　马二二 ", id("19480120", 2), "1948/1/20", town, full, "低保户", "154 0000 0001");
            row(sheet, 3, "2", "诸葛三", id("19500305", 4), "19500305", town, middle, "", "");
            row(sheet, 4, "3", "上官四四", id("19450607", 6), "1945年6月7日", town, bare, "独居老人", "");
            row(sheet, 5, "4", "东方五", id("19390101", 8), "", town, full, "", "");
            sheet.value(5, 3, LocalDate.of(1939, 1, 1));
            sheet.style(5, 3).format("yyyy-mm-dd").set();
            row(sheet, 6, "5", "夏侯六", "", "1948.12.3", town, full, "", "");
            sheet.value(6, ID, ROUNDED);
            row(sheet, 7, "6", "公孙七", id("19520909", 10).replaceFirst(".$", "?"), "1952-09-09", town, full, "", "");
            row(sheet, 8, "7", "欧阳一一", id("19460303", 12), "1946-3-3", town, "没有这个村", "", "");
            row(sheet, 9, "合计", "7 人", "", "", "", "", "", "");
        }
        return file;
    }

    /** Copies the answer file as it is, with the two numbers put right. */
    private Path mend(Path answer) throws IOException {
        Path file = folder.resolve("mended.xlsx");
        try (InputStream in = Files.newInputStream(answer);
                ReadableWorkbook read = new ReadableWorkbook(in);
                OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            for (Row row : read.getFirstSheet().read()) {
                String name = row.getCellText(1);
                for (int column = 0; column < row.getCellCount(); column++) {
                    String text = row.getCell(column) == null ? "" : row.getCellText(column);
                    sheet.value(row.getRowNum() - 1, column, column == ID ? right(name, text) : text);
                }
            }
        }
        return file;
    }

    private static String right(String name, String text) {
        return switch (name) {
            case "夏侯六" -> id("19481203", 14);
            case "公孙七" -> id("19520909", 10);
            default -> text;
        };
    }

    private static void row(Worksheet sheet, int at, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(at, column, cells[column]);
            }
        }
    }

    /** A number of a division that no place has. */
    private static String id(String day, int sequence) {
        return IdNumber.complete("997777" + day + "%03d".formatted(sequence));
    }
}
