package org.sangyu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.shared.Entitlements.Line;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.shared.Entitlements.Standing;
import org.sangyu.shared.Receiving.State;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.sangyu.ui.WordsForTests;

@DisplayName("给老年人看的话")
class PlainWordsTest {

    private static final Words WORDS = WordsForTests.in(Language.ZH);

    @Test
    @DisplayName("一句话、一个数、一个理由、一个下一步")
    void saysOneThingEach() {
        PlainView.Thing thing = plain(Map.of()).thing(line("a", Outcome.ENTITLED, "50.00 元/月", false));
        assertThat(thing.sentence()).isEqualTo("您可以领津贴a。");
        assertThat(thing.amount()).isEqualTo("50.00 元/月");
        assertThat(thing.reason()).isEqualTo("因为到了年龄");
        assertThat(thing.clause()).isEqualTo("某文 第三条");
        assertThat(thing.nextStep()).contains("村委会").contains("身份证").contains("经办人");
    }

    @Test
    @DisplayName("只是规划提到的：目前没有标准，不用申请；不单独占一页")
    void saysNoNeedToApplyForWhatIsOnlyAnnounced() {
        Line announced = line("b", Outcome.UNDETERMINED, null, true);
        assertThat(plain(Map.of()).worthAPage(List.of(announced))).isEmpty();
        assertThat(plain(Map.of()).rest(List.of(announced)))
                .singleElement()
                .satisfies(rest -> assertThat(rest.sentence()).contains("目前没有标准，不用申请"));
    }

    @Test
    @DisplayName("停发的单独一页，叫人打电话，不再写金额")
    void neverShowsAStopWithoutWhomToCall() {
        PlainWords plain = plain(Map.of("c", State.STOPPED));
        Line stopped = line("c", Outcome.NOT_ENTITLED, null, false);
        assertThat(plain.worthAPage(List.of(stopped))).containsExactly(stopped);
        assertThat(plain.thing(stopped).sentence()).contains("停发");
        assertThat(plain.thing(stopped).nextStep()).contains("电话");
        assertThat(plain.thing(stopped).amount()).isEmpty();
    }

    @Test
    @DisplayName("还没有登记电话的，不叫人打电话，叫人到村里问")
    void neverSendsAnybodyToANumberThatIsNotThere() {
        Map<String, State> states = Map.of("c", State.STOPPED, "e", State.PAID, "f", State.HELD);
        PlainWords plain = new PlainWords(WORDS, states, false);
        for (String benefit : states.keySet()) {
            assertThat(plain.thing(line(benefit, Outcome.ENTITLED, null, false)).nextStep())
                    .contains("村委会")
                    .doesNotContain("电话");
        }
    }

    @Test
    @DisplayName("能领的排在前面")
    void putsWhatCanBeHadFirst() {
        Line stopped = line("c", Outcome.NOT_ENTITLED, null, false);
        Line entitled = line("d", Outcome.ENTITLED, "100.00 元/月", false);
        assertThat(plain(Map.of("c", State.STOPPED)).worthAPage(List.of(stopped, entitled)))
                .containsExactly(entitled, stopped);
    }

    @Test
    @DisplayName("本地区文件没有的，不拿来打扰老人")
    void saysNothingOfWhatThePlaceDoesNotHave() {
        Line absent =
                new Line("e", "津贴e", Outcome.NOT_ENTITLED, null, List.of(new Because("本地区的文件没有", "")), Standing.ABSENT);
        Line refused = line("f", Outcome.NOT_ENTITLED, null, false);
        assertThat(plain(Map.of()).rest(List.of(absent, refused)))
                .singleElement()
                .extracting(PlainView.Rest::sentence)
                .asString()
                .contains("津贴f");
    }

    private static PlainWords plain(Map<String, State> states) {
        return new PlainWords(WORDS, states, true);
    }

    private static Line line(String benefit, Outcome outcome, @Nullable String amount, boolean announced) {
        return new Line(
                benefit,
                "津贴" + benefit,
                outcome,
                amount,
                List.of(new Because("因为到了年龄", "某文 第三条")),
                announced ? Standing.ANNOUNCED : Standing.GIVEN);
    }
}
