package org.sangyu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Source;
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

    @Test
    @DisplayName("迁出而不知去处的，说外地，不出代码")
    void saysElsewhereWithoutACode() {
        Reason away = new Reason(
                ReasonCode.LIVES_ELSEWHERE,
                List.of(
                        new Arg.OfResidence(ResidenceKind.REGISTERED),
                        new Arg.Place(RegionCode.ELSEWHERE),
                        new Arg.Place(RegionCode.of("990101"))),
                Source.setting("residence"),
                null,
                null);
        assertThat(Wording.in("zh").say(away)).isEqualTo("户籍地在 外地，不在本地区（990101）");
        assertThat(Wording.in("en").say(away)).contains("elsewhere").doesNotContain("00,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("缺少的参数不留下空括号")
    void leavesNoBracesBehind(String language) {
        assertThat(Words.of(language).fill("AMOUNT_BY_DETAILS", List.of("1", "2")))
                .doesNotContain("{", "}");
    }
}
