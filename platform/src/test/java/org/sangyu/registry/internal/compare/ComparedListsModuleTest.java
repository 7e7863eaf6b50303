package org.sangyu.registry.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.compare.Compared.Outcome;
import org.sangyu.registry.internal.compare.ComparedLists.Done;
import org.sangyu.registry.internal.compare.ComparedLists.Finding;
import org.sangyu.registry.internal.compare.ComparedLists.Given;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.Place;

@DisplayName("比对：其他部门的名单")
class ComparedListsModuleTest extends ComparisonDesks {

    @Test
    @DisplayName("同一份文件交两次：还是同一次比对，什么都不多")
    void theSameFileTwiceChangesNothing() {
        Someone zhao = person("赵淑珍");
        String table = HEAD + zhao.row(DIED.toString());
        UUID list = handIn(table);
        assertThat(handIn(table)).isEqualTo(list);
        assertThat(rows(list)).hasSize(1);
    }

    @Test
    @DisplayName("本县没有的人、读不懂的行各说各的；一份名单里同一人两行只算一次")
    void everyRowSaysWhatCameOfIt() {
        Someone qian = person("钱素芬");
        String unknown = Sample.idNumber(BORN, ++serial).value();
        UUID list = handIn(HEAD + qian.row(DIED.toString()) + qian.row(DIED.toString()) + "无名氏," + unknown + ",," + DIED
                + "\n坏行,41092819400105,,2026-05-03\n晚死,,1940-01-05,2099-01-01\n");
        assertThat(rows(list))
                .extracting(Compared::outcome)
                .containsExactly(
                        Outcome.DIED, Outcome.KNOWN, Outcome.NOT_FOUND, Outcome.UNREADABLE, Outcome.UNREADABLE);
        assertThat(at(clerk, () -> lists.head(list, clerk.scope())).orElseThrow())
                .satisfies(head -> {
                    assertThat(head.rows()).isEqualTo(5);
                    assertThat(head.hits()).isEqualTo(1);
                    assertThat(head.notFound()).isEqualTo(1);
                    assertThat(head.open()).isEqualTo(1);
                    assertThat(head.running()).isFalse();
                });
    }

    @Test
    @DisplayName("每个来源何时比对过；别的县看不到名单、行和命中")
    void lastComparedIsKnownAndStrangersSeeNothing() {
        Someone feng = person("冯桂芳");
        UUID list = handIn(HEAD + feng.row(DIED.toString()));
        assertThat(at(clerk, () -> comparisons.last(new Place(Sample.COUNTY)))).anySatisfy(last -> {
            assertThat(last.source()).isEqualTo(FactSourceCode.PUBLIC_SECURITY);
            assertThat(last.kind()).isEqualTo(Kind.DEATHS);
            assertThat(last.extracted()).isEqualTo(EXTRACT);
        });
        assertThat(at(stranger, () -> comparisons.last(new Place(Sample.COUNTY))))
                .isEmpty();
        assertThat(at(stranger, () -> lists.head(list, stranger.scope()))).isEmpty();
        assertThat(at(stranger, () -> comparisons.hits(list, stranger.scope(), 0, 10)))
                .isEmpty();
        Compared row = only(list);
        assertThat(at(
                        stranger,
                        () -> lists.answer(
                                new Given(list, row.row(), row.version()), new Finding(false, null, "不该我答"))))
                .isEqualTo(Done.STALE);
        assertThat(at(village, () -> lists.head(list, village.scope()))).isPresent();
    }

    @Test
    @DisplayName("没有来源见到满设定月数的请村里看；差一天的不在，见到后不在")
    void whoWasNotSeenForLongIsListed() {
        Someone long1 = person("久未见");
        Someone edge = person("刚好见");
        LocalDate limit = today().minusMonths(MONTHS);
        handIn(Kind.SEEN, "姓名,身份证号,就诊日期\n" + long1.seen(limit.minusDays(1)) + edge.seen(limit), today());
        assertThat(unseen()).contains(long1.elder()).doesNotContain(edge.elder());
        assertThat(at(village, () -> lists.seen(List.of(long1.elder()), today(), "测试")))
                .isEqualTo(1);
        assertThat(unseen()).doesNotContain(long1.elder());
        assertThat(at(stranger, () -> lists.seen(List.of(edge.elder()), today(), "外县")))
                .isZero();
    }

    @Test
    @DisplayName("没有姓名、证件号表头的文件整份不收，说清缺什么")
    void aFileWithoutPeopleIsRefused() {
        assertThatThrownBy(() -> handIn("单位,金额\n民政局,1\n"))
                .hasCauseInstanceOf(SheetRefusedException.class)
                .cause()
                .satisfies(e -> assertThat(((SheetRefusedException) e).reason()).isEqualTo("noPeople"));
    }
}
