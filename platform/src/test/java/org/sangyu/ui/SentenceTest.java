package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("带参数的句子：读一次，和 MessageFormat 逐字相同")
class SentenceTest {

    private static final List<String> PATTERNS = List.of(
            "共 {0} 人",
            "{1}前是 {0}",
            "{0}{1}",
            "没有参数",
            "the person''s {0}",
            "'{0}' stays, {0} goes",
            "{0,choice,1#one|1<{0} people}",
            "{0,number,#}",
            "{2} is missing",
            "an open 'quote {0}");

    @Test
    @DisplayName("文字、数字（千分位）、金额、空值，中英文都一样")
    void saysWhatMessageFormatSays() {
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            for (String pattern : PATTERNS) {
                for (Object[] arguments : List.of(
                        new Object[] {1, "某村"},
                        new Object[] {12_345L, "a{0}b"},
                        new Object[] {-1_234_567, ""},
                        new Object[] {2.5, 1})) {
                    assertThat(Sentence.of(pattern, locale).with(arguments))
                            .as(pattern)
                            .isEqualTo(new MessageFormat(pattern, locale).format(arguments));
                }
            }
        }
        Object[] nothing = {null, "x"};
        assertThat(Sentence.of("{0} {1}", Locale.CHINA).with(nothing)).isEqualTo("null x");
    }
}
