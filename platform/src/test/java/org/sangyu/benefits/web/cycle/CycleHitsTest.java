package org.sangyu.benefits.web.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("按月份查批次")
class CycleHitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-06", "2026年6月", "2026 年 6 月", "2026.6", "2026/06", "202606"})
    @DisplayName("月份怎么写都认得")
    void readsAMonth(String text) {
        assertThat(CycleHits.month(text)).contains(YearMonth.of(2026, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "2026", "王秀英", "6月", "2026-06-01", "1026-06", ""})
    @DisplayName("不是月份的不当月份")
    void readsNothingElse(String text) {
        assertThat(CycleHits.month(text)).isEmpty();
    }
}
