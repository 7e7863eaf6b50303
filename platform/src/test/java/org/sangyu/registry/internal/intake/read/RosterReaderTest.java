package org.sangyu.registry.internal.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.VillageNames;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.registry.internal.intake.sheet.SheetRow;
import org.sangyu.shared.Place;

@DisplayName("读一行花名册")
class RosterReaderTest {

    private static final String ID = "990101194001055126";
    private static final Place COUNTY = new Place("C990101");
    private static final Place VILLAGE = new Place("C990101001001");
    private static final VillageNames NAMES = new VillageNames(
            List.of("样县"), List.of(new Named(new Place("C990101001"), "东乡镇"), new Named(VILLAGE, "东张村委会")));
    private static final Locator PLACES = new VillageLocator(
            new VillageLocator.Setup(COUNTY, List.of(new Named(COUNTY, "样县")), county -> NAMES, place -> "东乡镇"));
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private int next = 1;

    private static SheetRow row(int number, String... cells) {
        List<SheetCell> read = new ArrayList<>();
        for (String cell : cells) {
            read.add(SheetCell.ofText(cell));
        }
        return new SheetRow(number, false, read);
    }

    private static RosterReader reader(String titles, @Nullable Map<String, String> benefits) {
        Map<Heading, Integer> columns = new EnumMap<>(Heading.class);
        String[] each = titles.split(" ");
        for (int i = 0; i < each.length; i++) {
            columns.put(Headings.meaning(each[i]).orElseThrow(), i);
        }
        return new RosterReader(new RosterReader.Setup(columns, PLACES, COUNTY, TODAY, false, benefits));
    }

    private RowOutcome read(RosterReader reader, String... cells) {
        return reader.read(row(next++, cells));
    }

    private static PersonDraft draft(RowOutcome outcome) {
        assertThat(outcome).isInstanceOf(RowOutcome.Read.class);
        return ((RowOutcome.Read) outcome).draft();
    }

    private static List<String> reasons(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Refused refused
                ? refused.problems().stream().map(Problem::why).toList()
                : List.of();
    }

    @Test
    @DisplayName("一行完整的花名册")
    void readsAWholeRow() {
        PersonDraft draft = draft(read(
                reader("姓名 身份证号 性别 出生日期 乡镇 村(社区) 现住址 联系电话 人员类别 开户银行 社保卡号", null),
                "王 秀英",
                ID,
                "女",
                "1940/1/5",
                "东乡镇",
                "东张村",
                "东张村3组",
                "19900000001",
                "低保,独居",
                "样本银行",
                "6200000000000000001"));
        assertThat(draft.who().name()).isEqualTo("王秀英");
        assertThat(draft.who().born()).isEqualTo(LocalDate.of(1940, 1, 5));
        assertThat(draft.where().place()).isEqualTo(VILLAGE);
        assertThat(draft.where().resides()).isEqualTo(VILLAGE);
        assertThat(draft.categories().tags())
                .extracting(Categories.Tag::tag)
                .containsExactly("LIVING_ALONE", "MINIMUM_LIVING_ALLOWANCE");
        assertThat(draft.account()).isEqualTo(new PersonDraft.Account("样本银行", "6200000000000000001", "王秀英"));
        assertThat(draft.remarks()).isEmpty();
    }

    @Test
    @DisplayName("空白就是不动：只有姓名和身份证号也能读")
    void blankMeansLeave() {
        PersonDraft draft = draft(read(reader("姓名 身份证号 乡镇 电话", null), "王秀英", ID));
        assertThat(draft.where().place()).isNull();
        assertThat(draft.reach().phone()).isNull();
        assertThat(draft.account()).isNull();
    }

    @Test
    @DisplayName("出生日期、性别与身份证号不一致，说出两个值")
    void reportsWhatDisagreesWithTheIdNumber() {
        RowOutcome outcome = read(reader("姓名 身份证号 性别 出生日期", null), "王秀英", ID, "男", "1940-01-06");
        assertThat(reasons(outcome)).containsExactly("bornDiffers", "sexIsFemale");
    }

    @Test
    @DisplayName("有身份证号时，出生年月不嫌没有日")
    void aBirthMonthBesideAnIdNumberIsEnough() {
        assertThat(draft(read(reader("姓名 身份证号 出生年月", null), "王秀英", ID, "1940.1"))
                        .who()
                        .born())
                .isEqualTo(LocalDate.of(1940, 1, 5));
        assertThat(reasons(read(reader("姓名 出生年月 乡镇 村", null), "王秀英", "1940.1", "东乡镇", "东张村")))
                .containsExactly("dayMonthOnly");
    }

    @Test
    @DisplayName("一行的所有毛病一次说完")
    void namesEveryProblemAtOnce() {
        RowOutcome outcome = read(reader("姓名 身份证号 乡镇 电话", null), "", "123", "南乡", "5");
        assertThat(reasons(outcome)).containsExactly("nameMissing", "idShape", "townshipUnknown", "phoneShape");
    }

    @Test
    @DisplayName("同一份文件里出现两次：第二行退回并指明第一行")
    void refusesTheSecondOfTwo() {
        RosterReader reader = reader("姓名 身份证号", null);
        draft(read(reader, "王秀英", ID));
        RowOutcome second = read(reader, "王秀英", ID);
        assertThat(((RowOutcome.Refused) second).problems())
                .containsExactly(Problem.of(Heading.ID_NUMBER, "repeated", "1"));
    }

    @Test
    @DisplayName("被拒的行不占名额：改好的重复行照收")
    void aRefusedRowDoesNotCountAsSeen() {
        RosterReader reader = reader("姓名 身份证号 电话", null);
        assertThat(reasons(read(reader, "王秀英", ID, "1"))).containsExactly("phoneShape");
        draft(read(reader, "王秀英", ID, "19900000001"));
    }

    @Test
    @DisplayName("合计、备注、示例行不是人")
    void skipsRowsThatAreNoPeople() {
        RosterReader reader = reader("序号 姓名 身份证号", null);
        for (String[] cells : List.of(
                new String[] {"合计", "2 人", ""},
                new String[] {"填表人：李四", "", ""},
                new String[] {"填表人：李四", "", "审核人：张三"},
                new String[] {"日期：2026年10月8日", "", ""},
                new String[] {"单位（盖章）：", "", ""},
                new String[] {"1", "示例：王秀英", ID},
                new String[] {"", "", ""})) {
            assertThat(read(reader, cells)).as(Arrays.toString(cells)).isEqualTo(new RowOutcome.Skipped());
        }
    }

    @Test
    @DisplayName("没有身份证号要有出生日期；将来出生、一百多年前出生都不收")
    void needsAnIdNumberOrABirthDay() {
        RosterReader reader = reader("姓名 出生日期", null);
        assertThat(reasons(read(reader, "王秀英", ""))).containsExactly("idAndBirthMissing");
        assertThat(reasons(read(reader, "王秀英", "2026-07-01"))).containsExactly("bornImpossible");
        assertThat(reasons(read(reader, "王秀英", "2026-06-30"))).isEmpty();
    }

    @Test
    @DisplayName("填了能力等级必须有评估日期，且不晚于今天")
    void anAbilityLevelNeedsItsDay() {
        RosterReader reader = reader("姓名 身份证号 能力等级 评估日期", null);
        assertThat(reasons(read(reader, "王秀英", ID, "3", ""))).containsExactly("assessedMissing");
        assertThat(reasons(read(reader, "王秀英", ID, "3", "2026-07-01"))).containsExactly("dayAhead");
    }

    @Test
    @DisplayName("已在发放人员：待遇、金额、已发放至都要有，同一人两项待遇不算重复")
    void readsPeoplePaidAlready() {
        RosterReader reader = reader("姓名 身份证号 待遇名称 发放标准 已发放至", Map.of("甲津贴", "a", "乙补贴", "b"));
        PersonDraft first = draft(read(reader, "王秀英", ID, "甲津贴", "50", "2026-05"));
        assertThat(java.util.Objects.requireNonNull(first.opening()).paidUpTo()).isEqualTo(YearMonth.of(2026, 5));
        draft(read(reader, "王秀英", ID, "乙补贴", "80", "2026-05"));
        assertThat(reasons(read(reader, "王秀英", ID, "丙", "", "2026-08")))
                .containsExactly("benefitUnknown", "amountMissing", "monthAhead");
    }
}
