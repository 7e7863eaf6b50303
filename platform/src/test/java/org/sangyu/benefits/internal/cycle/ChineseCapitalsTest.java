package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.shared.Money;

@DisplayName("人民币大写")
class ChineseCapitalsTest {

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("支付结算办法 附一：零、整的写法")
    @CsvSource({
        "0.00,零元整",
        "0.01,壹分",
        "0.10,壹角整",
        "0.56,伍角陆分",
        "1.00,壹元整",
        "10.00,壹拾元整",
        "11.05,壹拾壹元零伍分",
        "50.00,伍拾元整",
        "100.00,壹佰元整",
        "101.00,壹佰零壹元整",
        "110.50,壹佰壹拾元伍角整",
        "1001.00,壹仟零壹元整",
        "1050.00,壹仟零伍拾元整",
        "1100.00,壹仟壹佰元整",
        "1409.50,壹仟肆佰零玖元伍角整",
        "6007.14,陆仟零柒元壹角肆分",
        "10000.00,壹万元整",
        "10001.00,壹万零壹元整",
        "10050.00,壹万零伍拾元整",
        "11000.00,壹万壹仟元整",
        "16409.02,壹万陆仟肆佰零玖元零贰分",
        "100000.00,壹拾万元整",
        "100500.00,壹拾万零伍佰元整",
        "107000.53,壹拾万柒仟元伍角叁分",
        "1000000.00,壹佰万元整",
        "1005000.00,壹佰万伍仟元整",
        "10000000.00,壹仟万元整",
        "100000000.00,壹亿元整",
        "100000001.00,壹亿零壹元整",
        "100010000.00,壹亿零壹万元整",
        "110000000.00,壹亿壹仟万元整",
        "225000000.00,贰亿贰仟伍佰万元整",
        "1000000000000.00,壹万亿元整",
        "1000100000000.00,壹万零壹亿元整",
        "1000000000001.00,壹万亿零壹元整",
        "-50.00,负伍拾元整"
    })
    void writesCapitals(String yuan, String capitals) {
        assertThat(ChineseCapitals.of(Money.parse(yuan))).isEqualTo(capitals);
    }

    @Test
    @DisplayName("一亿亿元起不打印")
    void refusesWhatHasNoName() {
        assertThatThrownBy(() -> ChineseCapitals.of(Money.parse("10000000000000000.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ChineseCapitals.of(Money.parse("9999999999999999.99"))).startsWith("玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿");
    }
}
