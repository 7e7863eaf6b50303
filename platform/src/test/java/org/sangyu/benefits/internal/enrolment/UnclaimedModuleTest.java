package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.unclaimed.AnswerUnclaimed;
import org.sangyu.benefits.internal.unclaimed.FindUnclaimed;
import org.sangyu.benefits.internal.unclaimed.Unclaimed;
import org.sangyu.benefits.internal.unclaimed.UnclaimedFilter;
import org.sangyu.benefits.internal.unclaimed.UnclaimedKind;
import org.sangyu.benefits.internal.unclaimed.UnclaimedList;
import org.sangyu.benefits.internal.unclaimed.UnclaimedOrder;
import org.sangyu.benefits.internal.unclaimed.UnclaimedOutcome;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults;
import org.sangyu.benefits.internal.unclaimed.UnclaimedState;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.NotReceiving;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.WorkItems;
import org.sangyu.testing.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("应享未享")
@FreshDatabase
@SpringBootTest(classes = EnrolmentDesks.World.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class UnclaimedModuleTest {

    private static final Desk VILLAGE_DESK = desk(Role.VILLAGE, VILLAGE, "village");
    private static final Desk OTHER_VILLAGE_DESK = desk(Role.VILLAGE, OTHER_VILLAGE, "other-village");
    private static final Desk CLERK = desk(Role.COUNTY_CLERK, COUNTY, "clerk");
    private static final Desk CHIEF = desk(Role.COUNTY_CHIEF, COUNTY, "chief");
    private static final Desk OTHER_CLERK = desk(Role.COUNTY_CLERK, OTHER_COUNTY, "other-clerk");

    @Autowired
    Rules rules;

    @Autowired
    Everybody everybody;

    @Autowired
    JobsAtOnce jobs;

    @Autowired
    FindUnclaimed find;

    @Autowired
    UnclaimedList list;

    @Autowired
    UnclaimedResults results;

    @Autowired
    AnswerUnclaimed answers;

    @Autowired
    Enrolments enrolments;

    @Autowired
    MoveEnrolments moves;

    @Autowired
    NotReceiving notReceiving;

    @Autowired
    List<WorkItems> work;

    @Autowired
    TimeOrderedIds ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void nobody() {
        rules.people.clear();
        everybody.all.clear();
        at(
                CHIEF,
                () -> transactions.execute(
                        status -> jdbc.sql("""
                            with a as (update benefits.unclaimed_answer set undone_by = 'test', undone_at = now()
                                where undone_at is null returning 1),
                            e as (update benefits.enrolment set status = 'ENDED' where status <> 'ENDED' returning 1)
                            select count(*) from a, e\
                            """).query(Long.class).single()));
    }

    @Test
    @DisplayName("没有接收历史在发名单、也没有声明此前无人领取的，只说应享人数，不说谁未享")
    void saysNothingWhileNobodyKnowsWhoReceives() {
        lives(VILLAGE, "1940-01-01");
        compare();
        assertThat(counts())
                .filteredOn(row -> row.key().equals(SUPPORT))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.known()).isFalse();
                    assertThat(row.entitled()).isEqualTo(1);
                    assertThat(row.unclaimed()).isZero();
                });
        assertThat(rows(VILLAGE_DESK, UnclaimedKind.UNCLAIMED))
                .noneMatch(row -> row.benefit().equals(SUPPORT));
    }

    @Test
    @DisplayName("满八十周岁的当月列入，前一个月不列；自满足的月份算起，去世的不列，缺信息的另列")
    void listsFromTheMonthOfTheBirthday() {
        known();
        ElderId inJune = lives(VILLAGE, "1946-06-30");
        lives(VILLAGE, "1946-07-01");
        ElderId inMarch = lives(OTHER_VILLAGE, "1946-03-15");
        ElderId long80 = lives(OTHER_VILLAGE, "1940-01-01");
        ElderId unknown = lives(VILLAGE, null);
        ElderId dead = lives(VILLAGE, "1940-01-01");
        rules.people.put(
                dead,
                new Rules.Known(new Place(VILLAGE), LocalDate.parse("1940-01-01"), LocalDate.parse("2026-06-02")));
        compare();

        List<Unclaimed> rows = rows(CLERK, UnclaimedKind.UNCLAIMED);
        assertThat(rows).extracting(Unclaimed::elder).containsExactlyInAnyOrder(inJune, inMarch, long80);
        assertThat(row(rows, inJune).since()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(row(rows, inMarch).since()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(row(rows, inMarch).earlier()).isFalse();
        assertThat(row(rows, long80).since()).isEqualTo(YearMonth.of(2024, 6));
        assertThat(row(rows, long80).earlier()).isTrue();
        assertThat(row(rows, inJune).becauseZh()).isEqualTo("按出生日期");
        for (UnclaimedOrder order : UnclaimedOrder.values()) {
            assertThat(whole(order))
                    .as("导出与列表同序：%s", order)
                    .isEqualTo(rows(CLERK, UnclaimedKind.UNCLAIMED, order))
                    .hasSize(3);
        }
        assertThat(rows(CLERK, UnclaimedKind.MISSING))
                .extracting(Unclaimed::elder)
                .containsExactly(unknown);

        UnclaimedResults.Counts allowance = counts().stream()
                .filter(row -> row.key().equals(ALLOWANCE))
                .findFirst()
                .orElseThrow();
        assertThat(allowance.entitled()).isEqualTo(3);
        assertThat(allowance.unclaimed()).isEqualTo(3);
        assertThat(allowance.missing()).isEqualTo(1);
        at(VILLAGE_DESK, () -> {
            assertThat(notReceiving.of(inJune, VILLAGE_DESK.scope()))
                    .containsExactly(Map.entry(ALLOWANCE, YearMonth.of(2026, 6)));
            assertThat(notReceiving.of(inMarch, VILLAGE_DESK.scope())).isEmpty();
            return true;
        });
    }

    @Test
    @DisplayName("再比对一次，结果不变，一县一月只留一份；别村、别县看不到")
    void twiceIsOnceAndOthersSeeNothing() {
        known();
        lives(VILLAGE, "1940-01-01");
        compare();
        List<Unclaimed> first = rows(CLERK, UnclaimedKind.UNCLAIMED);
        compare();
        assertThat(rows(CLERK, UnclaimedKind.UNCLAIMED)).isEqualTo(first).hasSize(1);
        assertThat(count(CLERK, "unclaimed_run")).isEqualTo(1);
        assertThat(rows(OTHER_VILLAGE_DESK, UnclaimedKind.UNCLAIMED)).isEmpty();
        assertThat(at(OTHER_CLERK, () -> results.results(OTHER_CLERK.scope(), null)))
                .isEmpty();
        assertThat(count(OTHER_CLERK, "unclaimed")).isZero();
    }

    @Test
    @DisplayName("将申请：提出在册；自己撤销即撤回；村里已往下办理的撤不回")
    void willApplyBeginsAnEnrolment() {
        known();
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        assertThat(waiting()).isEqualTo(1);

        AnswerUnclaimed.Done done = answer(elder, UnclaimedOutcome.WILL_APPLY, "");
        assertThat(done.kept()).isEqualTo(1);
        assertThat(waiting()).isZero();
        assertThat(enrolment(elder).status()).isEqualTo(EnrolmentStatus.PROPOSED);
        assertThat(answer(elder, UnclaimedOutcome.DECLINED, "不要").kept()).isZero();

        assertThat(at(CLERK, () -> answers.undo(done.act())).undone()).isZero();
        assertThat(at(VILLAGE_DESK, () -> answers.undo(done.act())).undone()).isEqualTo(1);
        assertThat(enrolment(elder).status()).isEqualTo(EnrolmentStatus.ENDED);
        assertThat(waiting()).isEqualTo(1);

        AnswerUnclaimed.Done again = answer(elder, UnclaimedOutcome.WILL_APPLY, "");
        UUID open = enrolment(elder).id();
        at(
                VILLAGE_DESK,
                () -> moves.run(new MoveEnrolments.Command(EnrolmentVerb.CHECK, Selection.of(open), "", null)));
        assertThat(at(VILLAGE_DESK, () -> answers.undo(again.act()))).isEqualTo(new AnswerUnclaimed.Undone(0, 1));
        compare();
        assertThat(rows(CLERK, UnclaimedKind.UNCLAIMED)).isEmpty();
        assertThat(counts()).anyMatch(row -> row.key().equals(ALLOWANCE) && row.underWay() == 1);
    }

    @Test
    @DisplayName("四十人一次答复，各提出各的；一次撤销，村里已往下办理的那一个留下")
    void fortyAtOnce() {
        known();
        List<ElderId> forty = IntStream.range(0, 40)
                .mapToObj(i -> lives(VILLAGE, "1940-01-01"))
                .toList();
        compare();
        AnswerUnclaimed.Done done = at(
                VILLAGE_DESK,
                () -> answers.run(new AnswerUnclaimed.Command(
                        UnclaimedOutcome.WILL_APPLY,
                        forty.stream()
                                .map(one -> new UnclaimedList.Key(one.value(), ALLOWANCE))
                                .toList(),
                        "",
                        "本人")));
        assertThat(done).isEqualTo(new AnswerUnclaimed.Done(done.act(), 40, Map.of()));
        assertThat(forty).allMatch(one -> enrolment(one).status() == EnrolmentStatus.PROPOSED);
        UUID gone = enrolment(forty.getLast()).id();
        at(
                VILLAGE_DESK,
                () -> moves.run(new MoveEnrolments.Command(EnrolmentVerb.CHECK, Selection.of(gone), "", null)));
        assertThat(at(VILLAGE_DESK, () -> answers.undo(done.act()))).isEqualTo(new AnswerUnclaimed.Undone(39, 1));
        assertThat(waiting()).isEqualTo(39);
    }

    @Test
    @DisplayName("本人放弃的一直算数；未找到的，下一次比对后再问")
    void aRefusalOfThePersonStands() {
        known();
        ElderId declined = lives(VILLAGE, "1940-01-01");
        ElderId gone = lives(VILLAGE, "1941-01-01");
        compare();
        answer(declined, UnclaimedOutcome.DECLINED, "本人说不需要");
        answer(gone, UnclaimedOutcome.NOT_FOUND, "邻居说搬走了");
        assertThat(waiting()).isZero();
        at(
                CHIEF,
                () -> transactions.execute(
                        status -> jdbc.sql("update benefits.unclaimed_answer set at = at - interval '1 day'")
                                .update()));
        compare();
        assertThat(rows(CLERK, UnclaimedKind.UNCLAIMED))
                .extracting(Unclaimed::elder, Unclaimed::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(declined, UnclaimedState.DECLINED),
                        org.assertj.core.groups.Tuple.tuple(gone, UnclaimedState.WAITING));
        assertThat(waiting()).isEqualTo(1);
    }

    private long count(Desk desk, String table) {
        Long count = at(
                desk,
                () -> transactions.execute(status -> jdbc.sql("select count(*) from benefits." + table)
                        .query(Long.class)
                        .single()));
        return java.util.Objects.requireNonNull(count);
    }

    private void known() {
        compare();
        assertThat(at(CLERK, () -> find.nobodyBefore(ALLOWANCE))).isFalse();
        assertThat(at(CHIEF, () -> find.nobodyBefore(ALLOWANCE))).isTrue();
    }

    private void compare() {
        at(CLERK, () -> {
            jobs.run(UUID.randomUUID(), "benefits.unclaimed", Map.of("county", COUNTY, "month", "2026-06"));
            return true;
        });
    }

    private ElderId lives(String village, @Nullable String born) {
        ElderId elder = ids.nextElder();
        LocalDate day = born == null ? null : LocalDate.parse(born);
        rules.people.put(elder, new Rules.Known(new Place(village), day, null));
        everybody.all.put(elder, new People.Person(elder, "王秀英", "F", day, null, null, new Place(village)));
        return elder;
    }

    private long waiting() {
        return at(
                VILLAGE_DESK,
                () -> work.stream()
                        .flatMap(one -> one.waiting(VILLAGE_DESK).stream())
                        .filter(item -> item.wordKey().equals("unclaimed.work"))
                        .mapToLong(WorkItems.WorkItem::count)
                        .sum());
    }

    private AnswerUnclaimed.Done answer(ElderId elder, UnclaimedOutcome outcome, String why) {
        return at(
                VILLAGE_DESK,
                () -> answers.run(new AnswerUnclaimed.Command(
                        outcome, List.of(new UnclaimedList.Key(elder.value(), ALLOWANCE)), why, "本人")));
    }

    private Enrolment enrolment(ElderId elder) {
        return at(VILLAGE_DESK, () -> enrolments.of(elder, VILLAGE_DESK.scope())).stream()
                .max(java.util.Comparator.comparing(Enrolment::id))
                .orElseThrow();
    }

    private List<UnclaimedResults.Counts> counts() {
        return at(CLERK, () -> results.byBenefit(CLERK.scope(), runs(CLERK)));
    }

    private List<UUID> runs(Desk desk) {
        return results.results(desk.scope(), null).stream()
                .map(UnclaimedResults.Result::id)
                .toList();
    }

    private List<Unclaimed> whole(UnclaimedOrder order) {
        List<Unclaimed> all = new ArrayList<>();
        at(CLERK, () -> {
            list.forEach(CLERK.scope(), filter(CLERK, UnclaimedKind.UNCLAIMED), order, all::addAll);
            return true;
        });
        return all;
    }

    private List<Unclaimed> rows(Desk desk, UnclaimedKind kind) {
        return rows(desk, kind, UnclaimedOrder.PLACE);
    }

    private List<Unclaimed> rows(Desk desk, UnclaimedKind kind, UnclaimedOrder order) {
        return at(desk, () -> list.list(desk.scope(), filter(desk, kind), order, new UnclaimedList.Part(0, 100)));
    }

    private UnclaimedFilter filter(Desk desk, UnclaimedKind kind) {
        return new UnclaimedFilter(runs(desk), kind, null, null, null);
    }

    private static Unclaimed row(List<Unclaimed> rows, ElderId elder) {
        return rows.stream()
                .filter(row -> row.elder().equals(elder))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T at(Desk desk, Supplier<T> work) {
        return CurrentDesk.call(desk, work);
    }
}
