package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表单上写错的地方")
class FormErrorsTest {

    @Test
    @DisplayName("按表单的顺序列出，没列到的排在后面；同一项只说第一句")
    void areListedAsTheFormGoes() {
        FormErrors found = FormErrors.of("basis", "没有文件")
                .and("other", "没有这个地方")
                .and("day", "日期不对")
                .and("day", "又不对");
        assertThat(found.inOrderOf(List.of("other", "name", "day")).byField())
                .containsExactly(
                        java.util.Map.entry("other", "没有这个地方"),
                        java.util.Map.entry("day", "日期不对"),
                        java.util.Map.entry("basis", "没有文件"));
    }
}
