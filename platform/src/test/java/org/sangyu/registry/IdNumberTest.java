package org.sangyu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.IdNumber.Problem;

@DisplayName("公民身份号码")
class IdNumberTest {

    @Test
    @DisplayName("校验位正确的号码读出出生日期和性别，显示时只露头六位和后四位")
    void readsBirthAndSex() {
        IdNumber id = IdNumber.parse("11010519491231002x");
        assertThat(id.value()).isEqualTo("11010519491231002X");
        assertThat(id.born()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(id.sex()).isEqualTo("F");
        assertThat(id.toString()).isEqualTo("110105********002X");
        assertThat(id.lastFour()).isEqualTo("002X");
    }

    @Test
    @DisplayName("十五位号码先转成十八位")
    void lengthensFifteenDigits() {
        assertThat(IdNumber.parse("110105491231002").value()).isEqualTo("11010519491231002X");
    }

    @Test
    @DisplayName("全角数字、空格和前面的撇号可以接受")
    void forgivesFullWidthDigitsAndBlanks() {
        assertThat(IdNumber.parse("'１１０１０５ 19491231 002X").value()).isEqualTo("11010519491231002X");
    }

    @Test
    @DisplayName("Excel 舍入过的号码认得出来：末三位变成零，或成了科学计数")
    void recognisesWhatASpreadsheetRounded() {
        assertThat(IdNumber.problemOf("110105194912310000")).contains(Problem.ROUNDED);
        assertThat(IdNumber.problemOf("1.10105E+17")).contains(Problem.ROUNDED);
    }

    @Test
    @DisplayName("位数不对、日期不存在、校验位不符分别说明")
    void saysWhatIsWrong() {
        assertThat(IdNumber.problemOf("1101051949123100")).contains(Problem.SHAPE);
        assertThat(IdNumber.problemOf("110105194912310021")).contains(Problem.CHECK);
        assertThat(IdNumber.problemOf("110105490230002")).contains(Problem.DATE);
        assertThatThrownBy(() -> IdNumber.parse("12")).isInstanceOf(IllegalArgumentException.class);
    }
}
