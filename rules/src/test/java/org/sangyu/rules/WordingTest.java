package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Unit;

@DisplayName("理由的文字")
class WordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("每种理由、人员类别、属性、单位都有说法")
    void everyCodeHasItsWords(String language) {
        Words words = Words.of(language);
        assertThat(Arrays.stream(ReasonCode.values()).map(c -> words.get(c.name())))
                .noneMatch(String::isBlank);
        Wording wording = Wording.in(language);
        assertThat(Arrays.stream(Tag.values()).map(wording::tag)).doesNotHaveDuplicates();
        Stream<String> choices = Arrays.stream(Attribute.values())
                .flatMap(a -> a.domain().stream().map(v -> wording.choice(a, v)));
        assertThat(choices).noneMatch(String::isBlank);
        assertThat(Arrays.stream(Unit.values()).map(u -> wording.amount(100, u)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("缺少的参数不留下空括号")
    void leavesNoBracesBehind(String language) {
        assertThat(Words.of(language).fill("AMOUNT_BY_DETAILS", List.of("1", "2")))
                .doesNotContain("{", "}");
    }
}
