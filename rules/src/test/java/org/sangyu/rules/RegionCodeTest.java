package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("地区代码")
class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({"990000,99", "990100,9901", "990101,990101", "990101000000,990101", "990101001000,990101001", "9900,99"
    })
    @DisplayName("末尾补的零不算")
    void dropsPadding(String written, String meant) {
        assertThat(RegionCode.of(written)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "990", "99010", "9901010", "9901010010011", "99O1", "９９"})
    @DisplayName("其他长度或含非数字一律拒绝")
    void refusesOtherLengthsAndLetters(String written) {
        assertThatThrownBy(() -> RegionCode.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("村在县内，县不在村内")
    void aVillageLiesWithinItsCounty() {
        assertThat(RegionCode.of("990101001001").isWithin(RegionCode.of("990101")))
                .isTrue();
        assertThat(RegionCode.of("990101").isWithin(RegionCode.of("990101001001")))
                .isFalse();
    }
}
