package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Money;

@DisplayName("日期、数字和遮盖")
class FormatsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final Words words = new Dictionary().in(Language.ZH);

    @Test
    @DisplayName("库里的“不再有效的第一天”显示为截止日（含）")
    void showsTheLastDay() {
        assertThat(Formats.lastDay(LocalDate.of(2026, 12, 1))).isEqualTo("2026-11-30");
        assertThat(Formats.firstDayAfter(LocalDate.of(2026, 11, 30))).isEqualTo("2026-12-01");
        assertThat(Formats.lastDay(null)).isEmpty();
    }

    @Test
    @DisplayName("60 天以内说天，再往后说月，满 24 个月说年")
    void saysHowFarADayIs() {
        assertThat(relative(0)).isEqualTo("今天");
        assertThat(relative(-1)).isEqualTo("1 天前");
        assertThat(relative(5)).isEqualTo("5 天后");
        assertThat(relative(-60)).isEqualTo("60 天前");
        assertThat(relative(-61)).isEqualTo("2 个月前");
        assertThat(Formats.relative(TODAY.minusMonths(24).plusDays(1), TODAY, words))
                .isEqualTo("23 个月前");
        assertThat(Formats.relative(TODAY.minusMonths(24), TODAY, words)).isEqualTo("2 年前");
    }

    @Test
    @DisplayName("一段时间说年、月、天，没有的不说")
    void saysHowLong() {
        assertThat(Formats.period(Period.parse("P10Y"), words)).isEqualTo("10 年");
        assertThat(Formats.period(Period.parse("P1Y6M"), words)).isEqualTo("1 年 6 个月");
        assertThat(Formats.period(Period.ofDays(30), words)).isEqualTo("30 天");
    }

    @Test
    @DisplayName("金额两位小数、千分位；万元四舍五入到分位")
    void writesMoney() {
        assertThat(Formats.yuan(new Money(123_450))).isEqualTo("1,234.50");
        assertThat(Formats.yuan(new Money(-5))).isEqualTo("-0.05");
        assertThat(Formats.yuan(new Money(-123_456_789))).isEqualTo("-1,234,567.89");
        assertThat(Formats.yuan(new Money(10))).isEqualTo("0.10");
        assertThat(Formats.yuan(Money.ZERO)).isEqualTo("0.00");
        assertThat(Formats.tenThousandYuan(new Money(100_005_000))).isEqualTo("100.01");
        assertThat(Formats.yuanShort(new Money(5_000))).isEqualTo("50");
        assertThat(Formats.yuanShort(new Money(5_050))).isEqualTo("50.50");
    }

    @Test
    @DisplayName("计数到一千为止")
    void stopsCountingAtAThousand() {
        assertThat(Formats.countUpToThousand(999)).isEqualTo("999");
        assertThat(Formats.countUpToThousand(1_000)).isEqualTo("1,000");
        assertThat(Formats.countUpToThousand(1_001)).isEqualTo("1,000+");
    }

    @Test
    @DisplayName("千分位：三位以下不分，四位起分，负数的负号不算一位")
    void groupsThousands() {
        assertThat(Formats.count(0)).isEqualTo("0");
        assertThat(Formats.count(999)).isEqualTo("999");
        assertThat(Formats.count(1_000)).isEqualTo("1,000");
        assertThat(Formats.count(-999)).isEqualTo("-999");
        assertThat(Formats.count(-1_000)).isEqualTo("-1,000");
        assertThat(Formats.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Formats.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }

    @Test
    @DisplayName("时间按北京时间，不管机器设在哪里")
    void showsChinasTime() {
        assertThat(Formats.instant(Instant.parse("2026-06-30T16:30:00Z"))).isEqualTo("2026-07-01 00:30");
    }

    @Test
    @DisplayName("证件号、电话、账号只露规定的几位；太短的全遮")
    void masks() {
        assertThat(Formats.maskedIdNumber("999999194912310020")).isEqualTo("999999********0020");
        assertThat(Formats.maskedPhone("13800005678")).isEqualTo("138****5678");
        assertThat(Formats.maskedAccount("6200000000001234")).isEqualTo("************1234");
        assertThat(Formats.maskedPhone("12345678")).isEqualTo("********");
        assertThat(Formats.maskedAccount("1234")).isEqualTo("****");
    }

    private String relative(int days) {
        return Formats.relative(TODAY.plusDays(days), TODAY, words);
    }
}
