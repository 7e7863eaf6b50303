package org.sangyu.registry.internal.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.shared.Money;

@DisplayName("看懂格子里的内容")
class ValuesTest {

    private static final DayReader DAYS = new DayReader(false);
    private static final String ID = "990101194001055126";

    private static SheetCell text(String text) {
        return SheetCell.ofText(text);
    }

    private static SheetCell number(String raw) {
        return new SheetCell(SheetCell.Kind.NUMBER, raw);
    }

    private static <T> String why(Reading<T> reading) {
        return reading instanceof Reading.Wrong<T> wrong ? wrong.why() : "read";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024/1/5",
                "2024-01-05",
                "20240105",
                "2024.1.5",
                "2024年1月5日",
                "２０２４年１月５日",
                "2024-1-5 00:00:00",
                " 2024/01/05 ",
                "'2024-01-05",
                "2024、1、5",
                "2024 年 1 月 5 日",
                "2024年1月5号"
            })
    @DisplayName("日期的各种写法")
    void readsDaysInEveryForm(String typed) {
        assertThat(DAYS.day(text(typed)).orNull()).isEqualTo(LocalDate.of(2024, 1, 5));
    }

    @Test
    @DisplayName("Excel 序列值：1900 与 1904 两种起点；带时刻的取整")
    void readsSerialNumbers() {
        assertThat(DAYS.day(number("45296")).orNull()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(DAYS.day(number("45296.75")).orNull()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(new DayReader(true).day(number("43834")).orNull()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(DAYS.day(number("20240105")).orNull()).isEqualTo(LocalDate.of(2024, 1, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "1940-01,dayMonthOnly",
        "1940年1月,dayMonthOnly",
        "194001,dayMonthOnly",
        "1940,dayYearOnly",
        "1940年,dayYearOnly",
        "2023-02-29,dayNotThere",
        "20231301,dayNotThere",
        "正月初五,dayShape",
        "40/1/5,dayShortYear",
        "35年3月2日,dayShortYear"
    })
    @DisplayName("只有年月、没有这一天、看不懂，分别说明")
    void saysWhyADayIsNone(String typed, String why) {
        assertThat(why(DAYS.day(text(typed)))).isEqualTo(why);
    }

    @Test
    @DisplayName("要日期的地方数字 1940 是年份，不是 1905 年的某天")
    void takesAYearForAYear() {
        assertThat(why(DAYS.day(number("1940")))).isEqualTo("dayYearOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03", "2024年3月", "202403", "2024/3/31", "2024.3", "20240301"})
    @DisplayName("月份的各种写法，整日期取其月份")
    void readsMonths(String typed) {
        assertThat(DAYS.month(text(typed)).orNull()).isEqualTo(YearMonth.of(2024, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ID, " 990101 19400105 5126", "'990101194001055126", "９９０１０１１９４００１０５５１２6", "990101400105512"})
    @DisplayName("身份证号：空格、撇号、全角、15 位都认")
    void readsIdNumbers(String typed) {
        IdNumber id =
                java.util.Objects.requireNonNull(IdReader.read(text(typed)).orNull());
        assertThat(id.value()).isEqualTo(ID);
        assertThat(id.born()).isEqualTo(LocalDate.of(1940, 1, 5));
        assertThat(id.sex()).isEqualTo("F");
    }

    @Test
    @DisplayName("被 Excel 舍入的身份证号退回并说明，绝不猜")
    void refusesRoundedIdNumbers() {
        assertThat(why(IdReader.read(number("9.9010119400105517E17")))).isEqualTo("idRounded");
        assertThat(why(IdReader.read(number(ID)))).isEqualTo("idRounded");
        assertThat(why(IdReader.read(text("9.90101E+17")))).isEqualTo("idRounded");
        assertThat(why(IdReader.read(text("990101194001051000")))).isEqualTo("idRounded");
        assertThat(why(IdReader.read(number("990101400105512")))).isEqualTo("read");
    }

    @Test
    @DisplayName("身份证号校验码、位数、日期不对，分别说明")
    void saysWhyAnIdNumberIsNone() {
        assertThat(why(IdReader.read(text("990101194001055120")))).isEqualTo("idCheck");
        assertThat(why(IdReader.read(text("99010119400105512")))).isEqualTo("idShape");
    }

    @Test
    @DisplayName("姓名：去掉全角空格，间隔号统一，外文名留空格")
    void readsNames() {
        assertThat(Plain.name(text("张　 三")).orNull()).isEqualTo("张三");
        assertThat(Plain.name(text("买买提•艾力")).orNull()).isEqualTo("买买提·艾力");
        assertThat(Plain.name(text("Anna  Li")).orNull()).isEqualTo("Anna Li");
        assertThat(why(Plain.name(text("张三1")))).isEqualTo("nameShape");
        assertThat(why(Plain.name(number("3")))).isEqualTo("nameShape");
        assertThat(why(Plain.name(text("张".repeat(51))))).isEqualTo("tooLong");
    }

    @Test
    @DisplayName("电话：手机、座机、+86、数字格式；账号被舍入则退回")
    void readsPhonesAndAccounts() {
        assertThat(Plain.phone(text("+86 199-0000-0001")).orNull()).isEqualTo("19900000001");
        assertThat(Plain.phone(number("1.9900000001E10")).orNull()).isEqualTo("19900000001");
        assertThat(Plain.phone(text("0393-1234567、19900000001")).orNull()).isEqualTo("03931234567");
        assertThat(Plain.phone(text("无")).orNull()).isNull();
        assertThat(why(Plain.phone(text("12345")))).isEqualTo("phoneShape");
        assertThat(Plain.account(text("6200 0000 0000 0000 001")).orNull()).isEqualTo("6200000000000000001");
        assertThat(why(Plain.account(number("6.2E18")))).isEqualTo("accountRounded");
        assertThat(why(Plain.account(text("6.2E+18")))).isEqualTo("accountRounded");
        assertThat(why(Plain.account(text("12345678901")))).isEqualTo("accountShape");
    }

    @Test
    @DisplayName("金额：元、¥、千分位；零、负数、三位小数不收")
    void readsMoney() {
        assertThat(Plain.money(text("¥1,050.50元")).orNull()).isEqualTo(new Money(105_050));
        assertThat(Plain.money(number("50")).orNull()).isEqualTo(new Money(5_000));
        assertThat(why(Plain.money(text("0")))).isEqualTo("moneyShape");
        assertThat(why(Plain.money(text("-5")))).isEqualTo("moneyShape");
        assertThat(why(Plain.money(text("5.005")))).isEqualTo("moneyShape");
    }

    @Test
    @DisplayName("人员类别：一格多类，说法归并；重残要写级别，生词退回")
    void readsCategories() {
        assertThat(Categories.read(text("城市特困、分散供养；独居")).orNull())
                .containsExactly(
                        new Categories.Tag("EXTREME_HARDSHIP", Map.of("area", "URBAN", "support", "DISPERSED")),
                        new Categories.Tag("LIVING_ALONE", Map.of()));
        assertThat(Categories.read(text("高龄")).orNull()).isNull();
        assertThat(why(Categories.read(text("重残")))).isEqualTo("handicapGrade");
        assertThat(why(Categories.read(text("低保 什么")))).isEqualTo("categoryUnknown");
        assertThat(Categories.read(text("二级残疾")).orNull())
                .isEqualTo(List.of(new Categories.Tag("HANDICAP", Map.of("grade", "2"))));
    }

    @Test
    @DisplayName("性别与能力等级的写法")
    void readsSexAndAbility() {
        assertThat(Plain.sex(text(" 女 ")).orNull()).isEqualTo("F");
        assertThat(why(Plain.sex(text("不详")))).isEqualTo("sexShape");
        assertThat(Categories.ability(text("重度失能")).orNull()).isEqualTo(3);
        assertThat(Categories.ability(number("0")).orNull()).isZero();
        assertThat(why(Categories.ability(number("5")))).isEqualTo("abilityShape");
    }
}
