package org.sangyu.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.forms.PrintedForm;

@DisplayName("长名单分几份打印")
class PaperPartsTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "5000,1", "5001,2", "10000,2", "10001,3"})
    @DisplayName("五千人一份，多一个人多一份，谁也不漏")
    void nobodyIsLeftOut(long people, long parts) {
        assertThat(PrintedForm.MOST_ROWS).isEqualTo(5_000);
        assertThat(PaperPages.parts(people)).isEqualTo(parts);
    }
}
