package org.sangyu.demo.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.shared.Place;

/**
 * Two rosters to try the import with, as clerks really write them: a title above the headings, names padded, dates in
 * every form, villages with and without their committee, and some rows that cannot be taken.
 */
final class MessyRoster {

    private static final int ROWS = 60;
    private static final long SEED = 60;
    private static final long FIRST_SERIAL = 4_100_000;
    private static final int COUNTIES = 8_900;
    private static final int SERIALS_OF_A_COUNTY = 100;
    private static final int HEAD_ROW = 1;
    private static final double ROUNDED_ID = 4.10928193503021E17;

    private final List<DemoPerson.Home> homes;
    private final LocalDate today;
    private final long own;

    /** @param county whose people they are: no other county's file holds the same numbers */
    MessyRoster(Place county, List<DemoPerson.Home> homes, LocalDate today) {
        this.own = Math.floorMod(county.path().hashCode(), COUNTIES);
        this.homes = homes;
        this.today = today;
    }

    /** Sixty people of the county's first villages who are not in the registry yet. */
    void writeRoster(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            sheet.value(0, 0, "老年人花名册（演示）");
            sheet.range(0, 0, 0, RosterFile.HEADINGS.length - 1).merge();
            head(sheet, RosterFile.HEADINGS);
            List<DemoPerson> people = people();
            for (int i = 0; i < people.size(); i++) {
                row(sheet, HEAD_ROW + 1 + i, messy(people.get(i).cells(), i));
            }
            sheet.value(HEAD_ROW + 5, 1, ROUNDED_ID);
        }
    }

    /** The first of the same people, as a county lists whom it pays already. */
    void writeReceiving(OutputStream out, String benefit, String amount) throws IOException {
        try (Workbook workbook = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("已在发放");
            sheet.value(0, 0, "已在发放人员名单（演示）");
            head(sheet, new String[] {"姓名", "身份证号", "乡镇（街道）", "村（社区）", "待遇", "金额", "已发放至", "开户银行", "银行账号", "开户人"});
            int at = HEAD_ROW + 1;
            for (DemoPerson person : people()) {
                if (person.born().plusYears(80).isBefore(today.minusMonths(3))
                        && !person.account().isEmpty()) {
                    row(
                            sheet,
                            at++,
                            person.name(),
                            person.idNumber(),
                            person.home().township(),
                            person.home().village(),
                            benefit,
                            amount,
                            today.minusMonths(1).toString().substring(0, "2026-01".length()),
                            "农村信用社",
                            person.account(),
                            person.name());
                }
            }
        }
    }

    private List<DemoPerson> people() {
        Population population = new Population(today, Population.FROM);
        SplittableRandom random = new SplittableRandom(SEED + own);
        long first = FIRST_SERIAL + own * SERIALS_OF_A_COUNTY;
        return java.util.stream.IntStream.range(0, ROWS)
                .mapToObj(i -> population.next(homes.get(i % Math.min(homes.size(), 6)), first + i, random))
                .toList();
    }

    /** What clerks do to a row; which row suffers what is fixed, so that the answer is the same every time. */
    private static String[] messy(String[] cells, int number) {
        UnaryOperator<String> date =
                switch (number % 5) {
                    case 0 -> day -> day.replace('-', '/');
                    case 1 -> day -> day.replace("-", "");
                    case 2 -> day -> day.replace('-', '.');
                    case 3 -> day -> day.substring(0, 4) + "年" + day.substring(5, 7) + "月" + day.substring(8) + "日";
                    default -> UnaryOperator.identity();
                };
        cells[3] = date.apply(cells[3]);
        cells[0] = number % 7 == 0 ? " " + cells[0].charAt(0) + "　" + cells[0].substring(1) + " " : cells[0];
        cells[5] = number % 4 == 1 ? cells[5].replace("村委会", "").replace("居委会", "") : cells[5];
        cells[1] = number == 11 ? cells[1].substring(0, 17) + (cells[1].endsWith("1") ? "2" : "1") : cells[1];
        cells[3] = number == 17 ? "1941-02-30" : cells[3];
        cells[5] = number == 23 ? "不知道的村" : cells[5];
        cells[7] = number == 29 ? "老党员" : cells[7];
        return cells;
    }

    private static void head(Worksheet sheet, String[] headings) {
        row(sheet, HEAD_ROW, headings);
        sheet.range(HEAD_ROW, 0, HEAD_ROW, headings.length - 1).style().bold().set();
        sheet.freezePane(0, HEAD_ROW + 1);
    }

    private static void row(Worksheet sheet, int at, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(at, column, cells[column]);
            }
        }
    }
}
