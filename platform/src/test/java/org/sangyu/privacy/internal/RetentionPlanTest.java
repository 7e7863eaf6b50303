package org.sangyu.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.launch.BadSetting;
import org.sangyu.shared.AgeingRecords;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayName("保存期限的设置")
class RetentionPlanTest {

    private static final int BATCH = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @ValueSource(strings = {"P6M", "P184D", "P1Y", "P7M"})
    @DisplayName("留痕的期限正好六个月或更长可以")
    void theLedgerIsKeptSixMonthsOrLonger(String period) {
        assertThat(kind(plan(Map.of("ledger", period)), "ledger").rule()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P5M", "P5M30D", "P183D", "P1D"})
    @DisplayName("留痕的期限短于六个月，不启动，两种语言都说明")
    void lessThanSixMonthsStopsTheStart(String period) {
        assertThatThrownBy(() -> plan(Map.of("ledger", period)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("不得短于 P6M")
                .hasMessageContaining("may not be less than P6M");
    }

    @Test
    @DisplayName("别的种类没有下限；没有设的一直保留，留空等于没设")
    void whatHasNoRuleIsKept() {
        RetentionPlan plan = plan(Map.of("elder-died", "P1D", "elder-moved", " "));
        assertThat(kind(plan, "elder-died").before(TODAY)).contains(Instant.parse("2026-11-25T16:00:00Z"));
        assertThat(kind(plan, "elder-moved").before(TODAY)).isEmpty();
        assertThat(kind(plan, "ledger").before(TODAY)).isEmpty();
    }

    @Test
    @DisplayName("写错种类、写错期限，不启动，说出该怎么写")
    void amistakeStopsTheStart() {
        assertThatThrownBy(() -> plan(Map.of("elder-dead", "P10Y")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("elder-died");
        for (String wrong : new String[] {"10 years", "P0D", "-P1Y", "PT1H"}) {
            assertThatThrownBy(() -> plan(Map.of("elder-died", wrong)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("P18M");
        }
    }

    private static RetentionPlan plan(Map<String, String> after) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("ledger", new Ledger()));
        return new RetentionPlan(
                new RetentionRules(after, BATCH), beans.getBeanProvider(AgeingRecords.class), new Purposes());
    }

    private static RetentionPlan.Kind kind(RetentionPlan plan, String id) {
        return plan.kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A kind of record with nothing in it. */
    private static final class Ledger implements AgeingRecords {

        @Override
        public String kind() {
            return "ledger";
        }

        @Override
        public long count(Instant before) {
            return 0;
        }

        @Override
        public long erase(Instant before, int most) {
            return 0;
        }
    }
}
