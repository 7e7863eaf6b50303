package org.sangyu.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.AmountRule.Band;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Unit;
import org.sangyu.ui.Language;
import org.sangyu.ui.Page;
import org.sangyu.ui.WordsForTests;

@DisplayName("各地金额对齐")
class AmountColumnsTest {

    private final Page page = Page.bare(WordsForTests.in(Language.ZH));

    @Test
    @DisplayName("年龄段在每个有变化的年龄切开：同一列说的是同一批人，起点以下没有金额")
    void bandsAreCutWhereverOneChanges() {
        Standard here = bands(new Band(80, 5_000), new Band(90, 10_000));
        Standard there = bands(new Band(75, 2_000), new Band(90, 9_000), new Band(100, 30_000));
        AmountColumns columns = new AmountColumns(page, List.of(here, there));
        assertThat(columns.heads()).containsExactly("75—79 岁", "80—89 岁", "90—99 岁", "100 岁及以上");
        assertThat(columns.amounts(List.of(here)))
                .containsExactly(List.of(), List.of(5_000L), List.of(10_000L), List.of(10_000L));
        assertThat(columns.amounts(List.of(there)))
                .containsExactly(List.of(2_000L), List.of(2_000L), List.of(9_000L), List.of(30_000L));
    }

    @Test
    @DisplayName("文件没写变动日期时两种金额都列；相同的只列一次")
    void bothAmountsStandWhereTheDayIsUnknown() {
        Standard old = bands(new Band(80, 5_000), new Band(100, 20_000));
        Standard young = bands(new Band(80, 5_000), new Band(100, 30_000));
        AmountColumns columns = new AmountColumns(page, List.of(old, young));
        assertThat(columns.amounts(List.of(old, young))).containsExactly(List.of(5_000L), List.of(20_000L, 30_000L));
    }

    @Test
    @DisplayName("人人一样的与按年龄的不混在一列；没有标准的地区全是空")
    void differentShapesStandApart() {
        Standard flat = new Standard(new AmountRule.Flat(3_000), Unit.CNY_MONTH, false);
        Standard byAge = bands(new Band(80, 5_000));
        AmountColumns columns = new AmountColumns(page, List.of(flat, byAge));
        assertThat(columns.heads()).containsExactly("80 岁及以上", "每人");
        assertThat(columns.amounts(List.of(flat))).containsExactly(List.of(), List.of(3_000L));
        assertThat(columns.amounts(List.of())).containsExactly(List.of(), List.of());
    }

    private static Standard bands(Band... bands) {
        return new Standard(new AmountRule.Bands(List.of(bands)), Unit.CNY_MONTH, false);
    }
}
