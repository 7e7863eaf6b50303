package org.sangyu.registry.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.registry.Registry;
import org.sangyu.registry.Sample;
import org.sangyu.registry.internal.compare.Compared.Outcome;
import org.sangyu.registry.internal.compare.ComparedLists.Done;
import org.sangyu.registry.internal.compare.ComparedLists.Filter;
import org.sangyu.registry.internal.compare.ComparedLists.Finding;
import org.sangyu.registry.internal.compare.ComparedLists.Given;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"access", "jobs", "files"})
@DisplayName("比对：其他部门的名单")
class ComparisonModuleTest {

    private static final int DAYS = 10;
    private static final int MONTHS = 3;
    private static final LocalDate BORN = LocalDate.of(1940, 1, 5);
    private static final LocalDate DIED = LocalDate.of(2026, 5, 3);
    private static final LocalDate EXTRACT = LocalDate.of(2026, 6, 1);
    private static final String HEAD = "姓名,公民身份号码,出生日期,死亡日期\n";
    private static int serial = 300;

    @TestConfiguration
    static class Days {
        @Bean
        CheckSettings daysOfTheTest() {
            return new CheckSettings() {
                @Override
                public int daysToLook(Place county) {
                    return DAYS;
                }

                @Override
                public int monthsUnseen(Place county) {
                    return MONTHS;
                }
            };
        }
    }

    @Autowired
    ComparedLists lists;

    @Autowired
    Comparisons comparisons;

    @Autowired
    CompareJob job;

    @Autowired
    Registry registry;

    @Autowired
    TransactionTemplate transaction;

    private final Desk clerk = Desks.of(Role.COUNTY_CLERK, Sample.COUNTY);
    private final Desk village = Desks.of(Role.VILLAGE, Sample.VILLAGE.path());
    private final Desk stranger = Desks.of(Role.COUNTY_CLERK, Sample.NEIGHBOUR);

    @BeforeEach
    void serve() {
        at(clerk, () -> {
            registry.serve(new Place(Sample.COUNTY));
            return true;
        });
    }

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
        assertThat(row.answerBy()).isEqualTo(LocalDate.now().plusDays(DAYS - 1L));
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
    @DisplayName("同一份文件交两次：还是同一次比对，什么都不多")
    void theSameFileTwiceChangesNothing() {
        Someone zhao = person("赵淑珍");
        String table = HEAD + zhao.row(DIED.toString());
        UUID list = handIn(table);
        assertThat(handIn(table)).isEqualTo(list);
        assertThat(rows(list)).hasSize(1);
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

    @Test
    @DisplayName("没有来源见到满设定月数的请村里看；差一天的不在，见到后不在")
    void whoWasNotSeenForLongIsListed() {
        Someone long1 = person("久未见");
        Someone edge = person("刚好见");
        LocalDate limit = LocalDate.now().minusMonths(MONTHS);
        handIn(Kind.SEEN, "姓名,身份证号,就诊日期\n" + long1.seen(limit.minusDays(1)) + edge.seen(limit), LocalDate.now());
        assertThat(unseen()).contains(long1.elder()).doesNotContain(edge.elder());
        assertThat(at(village, () -> lists.seen(List.of(long1.elder()), LocalDate.now(), "测试")))
                .isEqualTo(1);
        assertThat(unseen()).doesNotContain(long1.elder());
        assertThat(at(stranger, () -> lists.seen(List.of(edge.elder()), LocalDate.now(), "外县")))
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

    private record Someone(ElderId elder, String name, String number) {

        Someone as(String other) {
            return new Someone(elder, other, number);
        }

        String row(String day) {
            return name + "," + number + ",," + day + "\n";
        }

        String seen(LocalDate day) {
            return name + "," + number + "," + day + "\n";
        }
    }

    private Someone person(String name) {
        var number = Sample.idNumber(BORN, ++serial);
        ElderId elder = at(
                clerk,
                () -> Sample.registered(
                        registry.register(Sample.person(name, BORN, number, Sample.VILLAGE, Sample.VILLAGE))));
        return new Someone(elder, name, number.value());
    }

    private @Nullable LocalDate died(Someone person) {
        return at(clerk, () -> registry.find(person.elder(), clerk.scope()))
                .orElseThrow()
                .died();
    }

    private List<ElderId> unseen() {
        return at(village, () -> lists.unseen(village.scope(), 0, 100)).stream()
                .map(one -> one.person().id())
                .toList();
    }

    private UUID handIn(String table) {
        return handIn(Kind.DEATHS, table, EXTRACT);
    }

    private UUID handIn(Kind kind, String table, LocalDate extracted) {
        UUID list = at(clerk, () -> {
            try {
                return lists.handIn(
                        new Compared.Of(FactSourceCode.PUBLIC_SECURITY, kind, extracted),
                        "list.csv",
                        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            } catch (SheetRefusedException e) {
                throw new IllegalArgumentException(e);
            }
        });
        CurrentDesk.run(clerk, () -> job.run(new OneRun(list)));
        return list;
    }

    private List<Compared> rows(UUID list) {
        return at(clerk, () -> lists.rows(clerk.scope(), new Filter(list, null, false), 0, 100));
    }

    private Compared only(UUID list) {
        assertThat(rows(list)).hasSize(1);
        return rows(list).getFirst();
    }

    private <T> T at(Desk desk, Supplier<T> work) {
        return CurrentDesk.call(
                desk, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** The job as the queue runs it, begun anew. */
    private record OneRun(UUID list) implements Jobs.Run {

        @Override
        public UUID id() {
            return list;
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of(CompareJob.LIST, list.toString());
        }

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void reached(String point) {
            assertThat(point).isNotBlank();
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isPositive();
        }

        @Override
        public void tell(Jobs.Title message) {
            throw new AssertionError(message.wordKey());
        }

        @Override
        public void result(String href) {
            assertThat(href).isEqualTo("/comparisons/" + list);
        }

        @Override
        public void attach(Files.Stored file) {
            throw new AssertionError(file.name());
        }
    }
}
