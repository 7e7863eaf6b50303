package org.sangyu.registry.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.compare.Compared.Outcome;
import org.sangyu.registry.internal.compare.ComparedLists.Done;
import org.sangyu.registry.internal.compare.ComparedLists.Finding;
import org.sangyu.registry.internal.compare.ComparedLists.Given;
import org.sangyu.shared.Place;

@DisplayName("比对：名单上的人")
class ComparisonModuleTest extends ComparisonDesks {

    @Test
    @DisplayName("正在据名单暂停时，村里的答复等它办完；还有待核查的名单列得出来，外县的列不出来")
    void anAnswerWaitsForWhoIsSuspending() throws Exception {
        Someone wang = person("王玉梅");
        UUID list = handIn(HEAD + wang.row(DIED.toString()));
        Compared row = only(list);
        assertThat(at(clerk, () -> comparisons.open(new Place(Sample.COUNTY)))).anySatisfy(open -> {
            assertThat(open.comparison()).isEqualTo(list);
            assertThat(open.hits()).isEqualTo(1);
        });
        assertThat(at(stranger, () -> comparisons.open(new Place(Sample.NEIGHBOUR))))
                .extracting(PeopleCompared::comparison)
                .doesNotContain(list);
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Future<Done> answer = at(
                    clerk,
                    () -> transaction.execute(status -> {
                        comparisons.hits(list, clerk.scope(), 0, 10);
                        Future<Done> asked = another.submit(() -> at(
                                village,
                                () -> lists.answer(
                                        new Given(list, row.row(), row.version()), new Finding(false, null, "在家"))));
                        assertThatThrownBy(() -> asked.get(500, TimeUnit.MILLISECONDS))
                                .isInstanceOf(TimeoutException.class);
                        return asked;
                    }));
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(Done.DONE);
        }
        assertThat(at(clerk, () -> comparisons.open(new Place(Sample.COUNTY))))
                .extracting(PeopleCompared::comparison)
                .doesNotContain(list);
    }

    @Test
    @DisplayName("名单说死亡：先是待核查，档案还没有变；村里说属实才记下，来源是名单的部门")
    void aHitIsNotAFactUntilSomebodyLooked() {
        Someone wang = person("王秀英");
        UUID list = handIn(HEAD + wang.row(DIED.toString()));
        Compared row = only(list);
        assertThat(row.outcome()).isEqualTo(Outcome.DIED);
        assertThat(row.elder()).isEqualTo(wang.elder());
        assertThat(row.answerBy()).isEqualTo(today().plusDays(DAYS - 1L));
        assertThat(at(clerk, () -> comparisons.hits(list, clerk.scope(), 0, 10)))
                .extracting(Comparisons.Hit::elder)
                .containsExactly(wang.elder());
        assertThat(died(wang)).isNull();

        assertThat(at(
                        village,
                        () -> lists.answer(new Given(list, row.row(), row.version()), new Finding(true, null, "家属确认"))))
                .isEqualTo(Done.DONE);
        assertThat(died(wang)).isEqualTo(DIED);
        assertThat(at(clerk, () -> registry.facts(wang.elder(), clerk.scope(), null)))
                .anySatisfy(fact -> assertThat(fact.source()).isEqualTo("PUBLIC_SECURITY"));
        assertThat(at(clerk, () -> comparisons.hits(list, clerk.scope(), 0, 10)))
                .isEmpty();
    }

    @Test
    @DisplayName("村里说人还在：档案不变，同一来源同样的话不再命中；换一个日期再命中")
    void whoIsAliveStaysAndTheSameWordsHitNoMore() {
        Someone li = person("李桂兰");
        UUID list = handIn(HEAD + li.row(DIED.toString()));
        Compared row = only(list);
        assertThat(at(
                        village,
                        () -> lists.answer(
                                new Given(list, row.row(), row.version()), new Finding(false, null, "今天见到本人"))))
                .isEqualTo(Done.DONE);
        assertThat(died(li)).isNull();
        assertThat(only(handIn(HEAD + li.row(DIED.toString()) + "\n")).outcome())
                .isEqualTo(Outcome.KNOWN);
        assertThat(only(handIn(HEAD + li.row(DIED.plusDays(1).toString()))).outcome())
                .isEqualTo(Outcome.DIED);
    }

    @Test
    @DisplayName("两份名单日期不同：两个日期都在，由县里定")
    void twoDaysAreBothKept() {
        Someone zhang = person("张玉梅");
        UUID first = handIn(HEAD + zhang.row(DIED.toString()));
        UUID second = handIn(HEAD + zhang.row(DIED.plusDays(9).toString()));
        Compared conflict = only(second);
        assertThat(conflict.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(conflict.said().on()).isEqualTo(DIED.plusDays(9));
        assertThat(conflict.otherDay()).isEqualTo(DIED);
        assertThat(at(
                        village,
                        () -> lists.answer(
                                new Given(second, conflict.row(), conflict.version()), new Finding(true, null, "听说"))))
                .isEqualTo(Done.NOT_YOURS);
        Compared open = only(first);
        assertThat(at(
                        village,
                        () -> lists.answer(
                                new Given(first, open.row(), open.version()), new Finding(true, null, "家属确认"))))
                .isEqualTo(Done.DONE);
        assertThat(at(
                        clerk,
                        () -> lists.answer(
                                new Given(second, conflict.row(), conflict.version()),
                                new Finding(false, null, "以公安为准"))))
                .isEqualTo(Done.DONE);
        assertThat(died(zhang)).isEqualTo(DIED);
    }

    @Test
    @DisplayName("已登记同一天死亡的不再核查")
    void whatIsKnownNeedsNoCheck() {
        Someone sun = person("孙凤英");
        UUID list = handIn(HEAD + sun.row(DIED.toString()));
        Compared row = only(list);
        at(village, () -> lists.answer(new Given(list, row.row(), row.version()), new Finding(true, null, "属实")));
        UUID again = handIn(HEAD + sun.row(DIED.toString()) + "\n");
        assertThat(only(again).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(only(again).state()).isEqualTo(Compared.State.NONE);
    }

    @Test
    @DisplayName("没有证件号、姓名和生日相同：请人认定；号码相同、姓名不同也是")
    void whoIsAlikeIsProposed() {
        Someone wu = person("吴翠花");
        Someone zhou = person("周秀兰");
        UUID list = handIn(
                HEAD + "吴翠花,," + BORN + "," + DIED + "\n" + zhou.as("周兰英").row(DIED.toString()));
        List<Compared> rows = rows(list);
        assertThat(rows).extracting(Compared::outcome).containsExactly(Outcome.ALIKE, Outcome.ALIKE);
        assertThat(rows.getFirst().candidates()).containsExactly(wu.elder());
        assertThat(at(clerk, () -> comparisons.hits(list, clerk.scope(), 0, 10)))
                .isEmpty();

        Compared first = rows.getFirst();
        assertThat(at(clerk, () -> lists.match(new Given(list, first.row(), first.version()), zhou.elder())))
                .isEqualTo(Done.NOT_YOURS);
        assertThat(at(clerk, () -> lists.match(new Given(list, first.row(), first.version()), wu.elder())))
                .isEqualTo(Done.DONE);
        Compared second = rows.get(1);
        assertThat(at(clerk, () -> lists.match(new Given(list, second.row(), second.version()), null)))
                .isEqualTo(Done.DONE);
        assertThat(rows(list)).extracting(Compared::outcome).containsExactly(Outcome.DIED, Outcome.NOT_FOUND);
        assertThat(at(clerk, () -> comparisons.hits(list, clerk.scope(), 0, 10)))
                .extracting(Comparisons.Hit::elder)
                .containsExactly(wu.elder());
    }

    @Test
    @DisplayName("过时的答复不算；死亡早于出生的记不下")
    void staleAndImpossibleAnswersChangeNothing() {
        Someone he = person("何玉珍");
        UUID list = handIn(HEAD + he.row(BORN.minusDays(1).toString()));
        Compared row = only(list);
        assertThat(at(
                        village,
                        () -> lists.answer(
                                new Given(list, row.row(), row.version() + 1), new Finding(false, null, "过时"))))
                .isEqualTo(Done.STALE);
        assertThat(at(
                        village,
                        () -> lists.answer(new Given(list, row.row(), row.version()), new Finding(true, null, "属实"))))
                .isEqualTo(Done.IMPOSSIBLE);
        assertThat(only(list).state()).isEqualTo(Compared.State.OPEN);
    }
}
