package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments.Result;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.HitAnswered;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.testing.FreshDatabase;
import org.sangyu.ui.Dictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("在册办理")
@FreshDatabase
@SpringBootTest(classes = EnrolmentModuleTest.World.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class EnrolmentModuleTest {

    /** Enrolment's own beans on a real database; policy, registry and jobs are twins in memory ({@link Invented}). */
    @Configuration
    @ComponentScan(
            basePackages = {
                "org.sangyu.benefits.internal.enrolment",
                "org.sangyu.benefits.internal.unclaimed",
                "org.sangyu.shared"
            })
    @Import(Dictionary.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class World {}

    private static final Desk VILLAGE_DESK = desk(Role.VILLAGE, VILLAGE, "village");
    private static final Desk TOWNSHIP_DESK = desk(Role.TOWNSHIP, TOWNSHIP, "township");
    private static final Desk CLERK = desk(Role.COUNTY_CLERK, COUNTY, "clerk");
    private static final Desk REVIEWER = desk(Role.COUNTY_REVIEWER, COUNTY, "reviewer");
    private static final Desk CHIEF = desk(Role.COUNTY_CHIEF, COUNTY, "chief");
    private static final Desk NATION = desk(Role.ADMINISTRATOR, "C", "system");

    @Autowired
    Rules rules;

    @Autowired
    Everybody everybody;

    @Autowired
    Ledger ledger;

    @Autowired
    JobsAtOnce jobs;

    @Autowired
    Enrolments enrolments;

    @Autowired
    MoveEnrolments moves;

    @Autowired
    ChangeAccount change;

    @Autowired
    PayeeAccounts accounts;

    @Autowired
    ApplyForBenefit apply;

    @Autowired
    Procedures procedures;

    @Autowired
    Holds holds;

    @Autowired
    Notices notices;

    @Autowired
    OpenBooks books;

    @Autowired
    FollowPeople follow;

    @Autowired
    FollowComparison comparison;

    @Autowired
    Lists lists;

    @Autowired
    ReceivedFacts facts;

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
        rules.settings.put(Procedures.MONTHS_BACK, "0");
        rules.settings.put(Procedures.NOTICE_DAYS, "0");
    }

    @Test
    @DisplayName("核对之后，应享而未在册的人免申即享，村、乡镇、县依次办理，账户由第二人确认后列入在发")
    void fromProposalToActive() {
        ElderId elder = lives(VILLAGE, "1946-06-30");
        compare();
        Enrolment proposed = only(VILLAGE_DESK, elder);
        assertThat(proposed.status()).isEqualTo(PROPOSED);
        assertThat(proposed.way()).isEqualTo(EnrolmentWay.PROPOSED);
        assertThat(proposed.amount()).isEqualTo(new Money(5_000));
        assertThat(proposed.because().zh()).isEqualTo("按出生日期");

        assertThat(act(VILLAGE_DESK, CHECK, elder)).isEqualTo(1);
        assertThat(act(TOWNSHIP_DESK, REVIEW, elder)).isEqualTo(1);
        assertThat(act(CLERK, APPROVE, elder)).isEqualTo(1);
        Enrolment approved = only(CLERK, elder);
        assertThat(approved.status()).isEqualTo(COUNTY_APPROVED);
        assertThat(approved.firstPayable()).isEqualTo(YearMonth.of(2026, 6));

        propose(TOWNSHIP_DESK, approved, "6217000012345678");
        confirm(REVIEWER, approved);
        Enrolment active = only(CLERK, elder);
        assertThat(active.status()).isEqualTo(ACTIVE);
        assertThat(active.account()).isNotNull();
        assertThat(at(CLERK, () -> enrolments.steps(active.id(), CLERK.scope())))
                .extracting(EnrolmentStep::verb)
                .containsExactlyInAnyOrder("ACTIVATE", "APPROVE", "REVIEW", "CHECK", "PROPOSED");
    }

    @Test
    @DisplayName("账户先确认、后审批的，审批当时即列入在发")
    void approvalActivatesWhatHasAnAccount() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        propose(VILLAGE_DESK, only(CLERK, elder), "6217000099990000");
        confirm(REVIEWER, only(CLERK, elder));
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        act(CLERK, APPROVE, elder);
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
    }

    @Test
    @DisplayName("八十周岁的前一个月不提出，当月提出")
    void proposesFromTheMonthOfTheBirthday() {
        ElderId inJuly = lives(VILLAGE, "1946-07-01");
        ElderId inJune = lives(VILLAGE, "1946-06-30");
        compare();
        assertThat(all(CLERK, inJuly)).isEmpty();
        assertThat(all(CLERK, inJune)).hasSize(1);
    }

    @Test
    @DisplayName("同样的核对再做一次，什么也不变")
    void comparingTwiceChangesNothing() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Enrolment first = only(CLERK, elder);
        compare();
        assertThat(all(CLERK, elder)).containsExactly(first);
    }

    @Test
    @DisplayName("缺信息的人只列入暂缓，不开始；在发的不停发；由县领导具名决定")
    void undeterminedBeginsAndEndsNothing() {
        ElderId unknown = lives(VILLAGE, null);
        ElderId paid = enrolled("1940-01-01");
        rules.people.put(paid, new Rules.Known(new Place(VILLAGE), null, null));
        compare();
        assertThat(all(CLERK, unknown)).isEmpty();
        assertThat(only(CLERK, paid).status()).isEqualTo(ACTIVE);
        Holds.Which waiting = new Holds.Which(YearMonth.of(2026, 6), true, false);
        List<Hold> held = at(CHIEF, () -> holds.list(CHIEF.scope(), waiting, 0, 10));
        assertThat(held).extracting(Hold::elder).containsExactlyInAnyOrder(unknown, paid);

        List<UUID> ids = held.stream().map(Hold::id).toList();
        assertThat(at(CLERK, () -> holds.decide(ids, Hold.Choice.PAY_ON, "已电话核实")))
                .isZero();
        assertThat(at(CHIEF, () -> holds.decide(ids, Hold.Choice.PAY_ON, " "))).isZero();
        assertThat(at(CHIEF, () -> holds.decide(ids, Hold.Choice.PAY_ON, "已电话核实")))
                .isEqualTo(2);

        rules.people.put(unknown, new Rules.Known(new Place(VILLAGE), LocalDate.parse("1990-01-01"), null));
        compare();
        assertThat(at(
                        CHIEF,
                        () -> holds.list(CHIEF.scope(), new Holds.Which(YearMonth.of(2026, 6), false, false), 0, 10)))
                .extracting(Hold::elder)
                .containsExactly(paid);
    }

    @Test
    @DisplayName("去世的终止，自去世次月起不再发放；不再符合条件的暂停并写明理由，村里限期核查")
    void deathEndsAndLostConditionSuspends() {
        ElderId dead = enrolled("1930-01-01");
        ElderId corrected = enrolled("1940-01-01");
        rules.people.put(
                dead,
                new Rules.Known(new Place(VILLAGE), LocalDate.parse("1930-01-01"), LocalDate.parse("2026-05-31")));
        rules.people.put(corrected, new Rules.Known(new Place(VILLAGE), LocalDate.parse("1950-01-01"), null));
        compare();
        Enrolment ended = only(CLERK, dead);
        assertThat(ended.status()).isEqualTo(ENDED);
        assertThat(ended.endedFrom()).isEqualTo(YearMonth.of(2026, 6));
        Enrolment suspended = only(CLERK, corrected);
        assertThat(suspended.status()).isEqualTo(SUSPENDED);
        assertThat(suspended.answerBy()).isEqualTo(LocalDate.parse("2026-06-24"));
        assertThat(suspended.because().zh()).isNotEmpty();
        assertThat(run(CLERK, RESUME, corrected, "身份证更正")).isEqualTo(1);
        assertThat(only(CLERK, corrected).answerBy()).isNull();
    }

    @Test
    @DisplayName("谁都不能做别的岗位的步骤，也不能接着办自己核实或审核过的人")
    void twoPeopleForTwoSteps() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Desk both = desk(Role.TOWNSHIP, TOWNSHIP, "village");
        assertThat(at(TOWNSHIP_DESK, () -> moves.run(command(CHECK, elder)))).isInstanceOf(Result.NotAtThisDesk.class);
        act(VILLAGE_DESK, CHECK, elder);
        Result own = at(both, () -> moves.run(command(REVIEW, elder)));
        assertThat(own).isInstanceOfSatisfying(Result.Done.class, done -> {
            assertThat(done.moved()).isZero();
            assertThat(done.left()).containsEntry("benefits.left.own", 1L);
        });
        assertThat(act(TOWNSHIP_DESK, REVIEW, elder)).isEqualTo(1);
    }

    @Test
    @DisplayName("提出账户的人不能自己确认")
    void nobodyConfirmsTheirOwnAccount() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Enrolment enrolment = only(CLERK, elder);
        propose(CLERK, enrolment, "6217000012345678");
        assertThat(confirmed(CLERK, enrolment)).isZero();
        assertThat(confirmed(TOWNSHIP_DESK, enrolment)).isZero();
        assertThat(confirmed(REVIEWER, enrolment)).isEqualTo(1);
    }

    @Test
    @DisplayName("换账户要写原因；确认之前旧账户照用，确认之后旧账户停用")
    void aNewAccountReplacesTheOldOneOnlyWhenConfirmed() {
        ElderId elder = enrolled("1940-01-01");
        Enrolment before = only(CLERK, elder);
        assertThat(at(CLERK, () -> change.propose(account(before, "6217111122223333", "")))
                        .wrong())
                .containsKey("why");
        at(CLERK, () -> change.propose(account(before, "6217111122223333", "卡片遗失")));
        assertThat(only(CLERK, elder).account()).isEqualTo(before.account());
        confirm(REVIEWER, before);
        assertThat(only(CLERK, elder).account()).isNotEqualTo(before.account());
        assertThat(at(CLERK, () -> accounts.of(before.id(), CLERK.scope())))
                .extracting(PayeeAccount::state)
                .containsExactlyInAnyOrder(PayeeAccount.State.CONFIRMED, PayeeAccount.State.REPLACED);
    }

    @Test
    @DisplayName("一个账户多人使用、户名与本人不一致，都有标记")
    void flagsSharedAccountsAndOtherHolders() {
        ElderId one = lives(VILLAGE, "1940-01-01");
        ElderId two = lives(VILLAGE, "1941-01-01");
        compare();
        propose(CLERK, only(CLERK, one), "6217555566667777");
        at(
                CLERK,
                () -> change.propose(new ChangeAccount.Command(
                        only(CLERK, two).id(), PayeeAccount.Kind.SELF, "别人", "", "农商行", "6217 5555 6666 7777", "")));
        List<PayeeAccount> waiting = at(REVIEWER, () -> accounts.waiting(REVIEWER.scope(), true, 0, 50)).stream()
                .filter(account ->
                        account.elder().equals(one) || account.elder().equals(two))
                .toList();
        assertThat(waiting).hasSize(2).allMatch(PayeeAccount::shared);
        assertThat(waiting).filteredOn(account -> account.elder().equals(two)).allMatch(PayeeAccount::holderDiffers);
    }

    @Test
    @DisplayName("退回一步要写原因；一次办理可以撤销，下一步办了就不能撤销")
    void returnAndUndo() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Result.Done checked = (Result.Done) at(VILLAGE_DESK, () -> moves.run(command(CHECK, elder)));
        assertThat(at(TOWNSHIP_DESK, () -> moves.run(command(RETURN, elder)))).isInstanceOf(Result.ReasonMissing.class);
        assertThat(((Result.Done) at(VILLAGE_DESK, () -> moves.undo(checked.act()))).moved())
                .isEqualTo(1);
        assertThat(only(CLERK, elder).status()).isEqualTo(PROPOSED);

        Result.Done again = (Result.Done) at(VILLAGE_DESK, () -> moves.run(command(CHECK, elder)));
        act(TOWNSHIP_DESK, REVIEW, elder);
        assertThat(((Result.Done) at(VILLAGE_DESK, () -> moves.undo(again.act()))).moved())
                .isZero();
        assertThat(run(CLERK, RETURN, elder, "住址不符")).isEqualTo(1);
        assertThat(only(CLERK, elder)).satisfies(one -> {
            assertThat(one.status()).isEqualTo(VILLAGE_CHECKED);
            assertThat(one.returned()).isTrue();
            assertThat(one.why()).isEqualTo("住址不符");
        });
    }

    @Test
    @DisplayName("不予批准的人，下个月核对不再自动提出")
    void aRefusalStands() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        assertThat(run(VILLAGE_DESK, REFUSE, elder, "长期不在本村")).isEqualTo(1);
        compare();
        assertThat(all(CLERK, elder))
                .singleElement()
                .extracting(Enrolment::status)
                .isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("要求公示的，公示未满不能审批")
    void approvalWaitsForTheNotice() {
        rules.settings.put(Procedures.NOTICE_DAYS, "7");
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        Result early = at(CLERK, () -> moves.run(command(APPROVE, elder)));
        assertThat(((Result.Done) early).left()).containsEntry("benefits.left.notice", 1L);
        assertThat(at(TOWNSHIP_DESK, () -> notices.make(ALLOWANCE, 7))).isPresent();
        assertThat(act(CLERK, APPROVE, elder)).isZero();
    }

    @Test
    @DisplayName("首个应发月份：自符合之月起算，但不早于设置的最多补发月数")
    void firstPayableMonthIsLimited() {
        rules.settings.put(Procedures.MONTHS_BACK, "3");
        ElderId since2020 = lives(VILLAGE, "1940-01-01");
        ElderId sinceMay = lives(VILLAGE, "1946-05-20");
        compare();
        for (ElderId elder : List.of(since2020, sinceMay)) {
            act(VILLAGE_DESK, CHECK, elder);
            act(TOWNSHIP_DESK, REVIEW, elder);
            act(CLERK, APPROVE, elder);
        }
        assertThat(only(CLERK, since2020).firstPayable()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(only(CLERK, sinceMay).firstPayable()).isEqualTo(YearMonth.of(2026, 5));
    }

    @Test
    @DisplayName("申请：符合的待村核实，不符合的当场不予批准并留下理由，缺信息的什么也不开始，他部门发的不受理")
    void applications() {
        ElderId entitled = lives(VILLAGE, "1940-01-01");
        ElderId young = lives(VILLAGE, "1950-01-01");
        ElderId unknown = lives(VILLAGE, null);
        assertThat(applied(entitled, ALLOWANCE)).isInstanceOf(ApplyForBenefit.Result.Accepted.class);
        assertThat(applied(entitled, ALLOWANCE)).isInstanceOf(ApplyForBenefit.Result.AlreadyOpen.class);
        assertThat(applied(young, ALLOWANCE)).isInstanceOf(ApplyForBenefit.Result.Refused.class);
        assertThat(only(CLERK, young).because().zh()).isNotEmpty();
        assertThat(applied(unknown, ALLOWANCE)).isInstanceOf(ApplyForBenefit.Result.Undetermined.class);
        assertThat(all(CLERK, unknown)).isEmpty();
        assertThat(applied(entitled, SUPPORT)).isInstanceOf(ApplyForBenefit.Result.PaidElsewhere.class);
        assertThat(applied(new ElderId(UUID.randomUUID()), ALLOWANCE))
                .isInstanceOf(ApplyForBenefit.Result.NotHere.class);
    }

    @Test
    @DisplayName("历史在发：列入在发，已发月份不补；同一名单再来一次不变；他部门发的只作比对；账户待第二人确认")
    void openingTheBooks() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        ElderId supported = lives(VILLAGE, "1950-01-01");
        List<AlreadyReceiving.Row> rows = List.of(
                row(2, elder, ALLOWANCE, account()), row(3, supported, SUPPORT, null), row(4, elder, "no-such", null));
        UUID intake = UUID.randomUUID();
        assertThat(at(CLERK, () -> books.open(intake, rows)))
                .extracting(AlreadyReceiving.Refused::number)
                .containsExactly(4);
        Enrolment opened = only(CLERK, elder);
        assertThat(opened.status()).isEqualTo(ACTIVE);
        assertThat(opened.paidBeforeTo()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(at(CLERK, () -> accounts.of(opened.id(), CLERK.scope())))
                .singleElement()
                .extracting(PayeeAccount::state)
                .isEqualTo(PayeeAccount.State.PROPOSED);
        assertThat(all(CLERK, supported)).isEmpty();
        at(CLERK, () -> books.open(intake, rows));
        assertThat(only(CLERK, elder)).isEqualTo(opened);
        assertThat(at(CLERK, () -> books.open(intake, List.of(paidUpTo(2, elder, ALLOWANCE, YearMonth.of(2026, 4))))))
                .extracting(AlreadyReceiving.Refused::wordKey)
                .containsExactly("benefits.open.other");
    }

    @Test
    @DisplayName("迁到外县：原县自迁出之月终止，新县生成待核实，已发月份带过去；县内搬迁只换村")
    void aMoveEndsHereAndOpensThere() {
        ElderId away = enrolled("1940-01-01");
        ElderId near = enrolled("1941-01-01");
        moveTo(away, OTHER_COUNTY + "001001");
        moveTo(near, OTHER_VILLAGE);
        for (int twice = 0; twice < 2; twice++) {
            at(NATION, () -> {
                follow.run(NOW);
                return true;
            });
        }
        Desk there = desk(Role.COUNTY_CLERK, OTHER_COUNTY, "there");
        assertThat(only(CLERK, away).endedFrom()).isEqualTo(YearMonth.of(2026, 6));
        Enrolment opened = only(there, away);
        assertThat(opened.way()).isEqualTo(EnrolmentWay.MOVED);
        assertThat(opened.paidBeforeTo()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(only(CLERK, near).place()).isEqualTo(new Place(OTHER_VILLAGE));
        assertThat(all(there, near)).isEmpty();
    }

    @Test
    @DisplayName("外县的在册行看不见，也办不了")
    void anotherCountyDoesNotExist() {
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        Enrolment here = only(CLERK, elder);
        Desk there = desk(Role.COUNTY_CLERK, OTHER_COUNTY, "there");
        assertThat(at(there, () -> enrolments.find(here.id(), there.scope()))).isEmpty();
        Desk otherVillage = desk(Role.VILLAGE, OTHER_VILLAGE, "other");
        assertThat(act(otherVillage, CHECK, elder)).isZero();
        assertThat(at(there, () -> enrolments.find(here.id(), CLERK.scope())))
                .as("row security, even with the wrong scope")
                .isEmpty();
    }

    @Test
    @DisplayName("在发的人作为“正在领取”的事实，按人排序给出")
    void receivingIsAFact() {
        ElderId one = enrolled("1940-01-01");
        ElderId two = enrolled("1941-01-01");
        List<FactSource.PersonFacts> all = at(
                CLERK,
                () -> transactions.execute(status -> {
                    try (var stream = facts.stream(new FactSource.FactQuery(CLERK.scope(), List.of(one, two), null))) {
                        return stream.toList();
                    }
                }));
        assertThat(all).extracting(FactSource.PersonFacts::elder).isSorted().containsExactlyInAnyOrder(one, two);
        assertThat(all.getFirst().facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.Receives.class,
                        received -> assertThat(received.benefit()).isEqualTo(ALLOWANCE));
    }

    @Test
    @DisplayName("县领导按待遇设置办理方式；两人同时改，后改的不生效")
    void settingsOfACounty() {
        Procedure before = at(CHIEF, () -> procedures.of(new Place(COUNTY), SUPPORT, CHIEF.scope()));
        assertThat(before.mode()).isEqualTo(BenefitMode.MIRRORED);
        Procedure wanted = new Procedure(
                SUPPORT, BenefitMode.MIRRORED, EnrolmentWay.APPLICATION, FirstPayableRule.GIVEN, 2, 5, 0, 0);
        assertThat(at(CHIEF, () -> procedures.set(new Place(COUNTY), wanted, "县里会议纪要")))
                .isTrue();
        assertThat(at(CHIEF, () -> procedures.set(new Place(COUNTY), wanted, "另一份")))
                .isFalse();
        assertThat(at(TOWNSHIP_DESK, () -> procedures.of(new Place(COUNTY), SUPPORT, TOWNSHIP_DESK.scope())))
                .extracting(Procedure::firstPayable, Procedure::monthsBack, Procedure::noticeDays)
                .containsExactly(FirstPayableRule.GIVEN, 2, 5);
    }

    @Test
    @DisplayName("比对命中的立即暂停并交村里核查，期限按设定天数；同一份名单再来不多暂停一次")
    void aHitSuspendsAtOnce() {
        ElderId elder = enrolled("1941-02-03");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        comparison.suspend(list);
        Enrolment suspended = only(CLERK, elder);
        assertThat(suspended.status()).isEqualTo(SUSPENDED);
        assertThat(suspended.answerBy()).isEqualTo(LocalDate.of(2026, 6, 24));
        assertThat(suspended.why()).contains("2026-06-01");
        comparison.suspend(list);
        assertThat(only(CLERK, elder).version()).isEqualTo(suspended.version());
    }

    @Test
    @DisplayName("村里见到本人：恢复发放；县里再读同一份名单也不再暂停")
    void whoWasSeenIsPaidOn() {
        ElderId elder = enrolled("1941-02-04");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        comparison.suspend(list);
        comparison.answer(answered(list, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
        assertThat(only(CLERK, elder).why()).isEqualTo("见到本人");
        comparison.suspend(list);
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
    }

    @Test
    @DisplayName("因别的原因暂停的，不因比对答复而恢复")
    void anotherReasonStays() {
        ElderId elder = enrolled("1941-02-05");
        run(CLERK, SUSPEND, elder, "举报核查");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        comparison.suspend(list);
        comparison.answer(answered(list, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(SUSPENDED);
    }

    @Test
    @DisplayName("迁出属实：由迁出事实终止，月末户籍已不在本县的那个月起停发")
    void aMoveAwayEndsWithItsMonth() {
        ElderId lastDay = enrolled("1941-02-06");
        ElderId nextDay = enrolled("1941-02-16");
        PeopleCompared list = hit(Comparisons.Kind.MOVES, lastDay);
        comparison.suspend(list);
        comparison.answer(answered(list, lastDay, LocalDate.of(2026, 4, 30)));
        assertThat(only(CLERK, lastDay).status()).as("答复本身不终止").isEqualTo(SUSPENDED);
        everybody.away.put(lastDay, LocalDate.of(2026, 4, 30));
        everybody.away.put(nextDay, LocalDate.of(2026, 5, 1));
        for (int twice = 0; twice < 2; twice++) {
            at(NATION, () -> {
                follow.run(NOW);
                return true;
            });
        }
        assertThat(only(CLERK, lastDay).status()).isEqualTo(ENDED);
        assertThat(only(CLERK, lastDay).endedFrom()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(only(CLERK, nextDay).endedFrom()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(all(CLERK, lastDay)).as("同一个县不再生成").hasSize(1);
    }

    @Test
    @DisplayName("比对暂停之后死亡属实：由死亡事实终止，自去世次月起停发，以后的“不属实”不能再恢复")
    void aDeathEndsWhatTheListSuspended() {
        ElderId elder = enrolled("1941-02-07");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        comparison.suspend(list);
        Instant before = Instant.parse("2026-06-01T00:00:00Z");
        People.Person old = everybody.all.get(elder);
        LocalDate died = LocalDate.of(2026, 5, 3);
        everybody.all.put(
                elder, new People.Person(elder, old.name(), old.sex(), old.born(), died, null, new Place(VILLAGE)));
        comparison.answer(answered(list, elder, died));
        assertThat(only(CLERK, elder).status()).as("答复本身不终止").isEqualTo(SUSPENDED);
        at(NATION, () -> {
            follow.run(before);
            return true;
        });
        assertThat(only(CLERK, elder).status()).isEqualTo(ENDED);
        assertThat(only(CLERK, elder).endedFrom()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(only(CLERK, elder).answerBy()).isNull();
        comparison.answer(answered(list, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(ENDED);
    }

    @Test
    @DisplayName("暂停由名单本身签步骤：同一份名单第二次读，版本和步骤都不变；没有设定天数的不定期限")
    void theListItselfIsTheStep() {
        ElderId elder = enrolled("1941-02-08");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        rules.settings.remove(Procedures.ANSWER_DAYS);
        try {
            comparison.suspend(list);
        } finally {
            rules.settings.put(Procedures.ANSWER_DAYS, "10");
        }
        Enrolment suspended = only(CLERK, elder);
        assertThat(suspended.status()).isEqualTo(SUSPENDED);
        assertThat(suspended.answerBy()).isNull();
        assertThat(suspended.lastStep()).isEqualTo(list.comparison());
        int steps =
                at(CLERK, () -> enrolments.steps(suspended.id(), CLERK.scope())).size();
        comparison.suspend(list);
        assertThat(at(CLERK, () -> enrolments.steps(suspended.id(), CLERK.scope())))
                .hasSize(steps)
                .extracting(EnrolmentStep::verb)
                .containsOnlyOnce("SUSPEND");
    }

    @Test
    @DisplayName("别的县不动；另一份名单的“不属实”不恢复本名单暂停的；近期见到的名单谁也不暂停")
    void nobodyElseIsTouched() {
        ElderId elder = enrolled("1941-02-09");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        PeopleCompared elsewhere = new PeopleCompared(
                list.comparison(), new Place(OTHER_COUNTY), list.source(), list.kind(), list.extracted(), 1, list.by());
        comparison.suspend(elsewhere);
        comparison.suspend(hit(Comparisons.Kind.SEEN, elder));
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
        comparison.suspend(list);
        PeopleCompared second = hit(Comparisons.Kind.MOVES, elder);
        comparison.suspend(second);
        comparison.answer(answered(second, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(SUSPENDED);
        comparison.answer(answered(elsewhere, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(SUSPENDED);
        comparison.answer(answered(list, elder, null));
        assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
    }

    @Test
    @DisplayName("名单之后才开始享受的，核算之前也暂停；人手恢复过的不再暂停；答复过的名单不再管")
    void whoBeginsLaterIsSuspendedToo() {
        ElderId elder = lives(VILLAGE, "1941-02-10");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, elder);
        lists.open.add(list);
        try {
            comparison.suspend(list);
            begin(elder);
            assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
            comparison.suspendOpen(new Place(OTHER_COUNTY));
            assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
            comparison.suspendOpen(new Place(COUNTY));
            assertThat(only(CLERK, elder).status()).isEqualTo(SUSPENDED);
            run(CLERK, RESUME, elder, "县里已核实");
            comparison.suspendOpen(new Place(COUNTY));
            assertThat(only(CLERK, elder).status()).isEqualTo(ACTIVE);
        } finally {
            lists.open.clear();
        }
    }

    @Test
    @DisplayName("名单上第两千零一个人也暂停")
    void thePageAfterTheFirstIsReadToo() {
        ElderId last = enrolled("1941-02-11");
        PeopleCompared list = hit(Comparisons.Kind.DEATHS, new ElderId(UUID.randomUUID()));
        for (int row = 3; row <= 2_001; row++) {
            lists.hits.add(hitOf(list, row, new ElderId(UUID.randomUUID())));
        }
        lists.hits.add(hitOf(list, 2_002, last));
        comparison.suspend(list);
        assertThat(only(CLERK, last).status()).isEqualTo(SUSPENDED);
    }

    private static Comparisons.Hit hitOf(PeopleCompared list, int row, ElderId elder) {
        return new Comparisons.Hit(
                list.comparison(),
                row,
                elder,
                new Place(VILLAGE),
                list.kind(),
                list.source(),
                LocalDate.of(2026, 5, 3));
    }

    @Test
    @DisplayName("多少个月没见到、几天内核查由设定给；没有设定的是零")
    void settingsOfLooking() {
        LookSettings look = new LookSettings(rules);
        assertThat(look.daysToLook(new Place(COUNTY))).isEqualTo(10);
        rules.settings.put(LookSettings.UNSEEN_MONTHS, "3");
        assertThat(look.monthsUnseen(new Place(COUNTY))).isEqualTo(3);
        rules.settings.remove(LookSettings.UNSEEN_MONTHS);
        assertThat(look.monthsUnseen(new Place(COUNTY))).isZero();
    }

    private PeopleCompared hit(Comparisons.Kind kind, ElderId elder) {
        UUID list = UUID.randomUUID();
        lists.hits.add(new Comparisons.Hit(
                list, 2, elder, new Place(VILLAGE), kind, FactSourceCode.PUBLIC_SECURITY, LocalDate.of(2026, 5, 3)));
        return new PeopleCompared(
                list,
                new Place(COUNTY),
                FactSourceCode.PUBLIC_SECURITY,
                kind,
                LocalDate.of(2026, 6, 1),
                1,
                new AnsweredBy("clerk", "测试", Role.COUNTY_CLERK));
    }

    private static HitAnswered answered(PeopleCompared list, ElderId elder, @Nullable LocalDate day) {
        return new HitAnswered(
                list.comparison(),
                2,
                elder,
                list.county(),
                list.kind(),
                day != null,
                day,
                "见到本人",
                new AnsweredBy("village", "测试", Role.VILLAGE));
    }

    private ElderId lives(String village, @Nullable String born) {
        ElderId elder = ids.nextElder();
        LocalDate day = born == null ? null : LocalDate.parse(born);
        rules.people.put(elder, new Rules.Known(new Place(village), day, null));
        everybody.all.put(elder, new People.Person(elder, "王秀英", "F", day, null, null, new Place(village)));
        return elder;
    }

    private ElderId enrolled(String born) {
        ElderId elder = lives(VILLAGE, born);
        begin(elder);
        return elder;
    }

    private void begin(ElderId elder) {
        compare();
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        act(CLERK, APPROVE, elder);
        propose(CLERK, only(CLERK, elder), "62170000" + elder.value().hashCode());
        confirm(REVIEWER, only(CLERK, elder));
    }

    private void moveTo(ElderId elder, String place) {
        People.Person old = everybody.all.get(elder);
        everybody.all.put(
                elder, new People.Person(elder, old.name(), old.sex(), old.born(), null, null, new Place(place)));
        rules.people.put(elder, new Rules.Known(new Place(place), old.born(), null));
    }

    private void compare() {
        at(CLERK, () -> {
            jobs.run(UUID.randomUUID(), ProposeJob.KIND, Map.of("county", COUNTY, "month", "2026-06"));
            return true;
        });
    }

    private MoveEnrolments.Command command(EnrolmentVerb verb, ElderId elder) {
        return new MoveEnrolments.Command(verb, Selection.of(anywhere(elder).id()), "", null);
    }

    private long act(Desk desk, EnrolmentVerb verb, ElderId elder) {
        return run(desk, verb, elder, "");
    }

    private long run(Desk desk, EnrolmentVerb verb, ElderId elder, String why) {
        UUID id = anywhere(elder).id();
        Result result = at(desk, () -> moves.run(new MoveEnrolments.Command(verb, Selection.of(id), why, null)));
        return ((Result.Done) result).moved();
    }

    private ApplyForBenefit.Result applied(ElderId elder, String benefit) {
        return at(VILLAGE_DESK, () -> apply.run(new ApplyForBenefit.Command(elder, benefit, "本人")));
    }

    private void propose(Desk desk, Enrolment enrolment, String number) {
        assertThat(at(desk, () -> change.propose(account(enrolment, number.replace("-", ""), "")))
                        .wrong())
                .isEmpty();
    }

    private static ChangeAccount.Command account(Enrolment enrolment, String number, String why) {
        return new ChangeAccount.Command(enrolment.id(), PayeeAccount.Kind.SELF, "王秀英", "", "农商行", number, why);
    }

    private void confirm(Desk desk, Enrolment enrolment) {
        assertThat(confirmed(desk, enrolment)).isEqualTo(1);
    }

    private long confirmed(Desk desk, Enrolment enrolment) {
        List<UUID> proposed = at(CLERK, () -> accounts.of(enrolment.id(), CLERK.scope())).stream()
                .filter(account -> account.state() == PayeeAccount.State.PROPOSED)
                .map(PayeeAccount::id)
                .toList();
        return at(desk, () -> change.confirm(proposed));
    }

    private Enrolment anywhere(ElderId elder) {
        return only(NATION, elder);
    }

    private Enrolment only(Desk desk, ElderId elder) {
        List<Enrolment> all = all(desk, elder);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Enrolment> all(Desk desk, ElderId elder) {
        return at(desk, () -> enrolments.of(elder, desk.scope()));
    }

    private static AlreadyReceiving.Row row(
            int number, ElderId elder, String benefit, AlreadyReceiving.@Nullable Account account) {
        return new AlreadyReceiving.Row(
                number, elder, new Place(VILLAGE), benefit, new Money(5_000), YearMonth.of(2026, 5), account);
    }

    private static AlreadyReceiving.Row paidUpTo(int number, ElderId elder, String benefit, YearMonth paidUpTo) {
        return new AlreadyReceiving.Row(number, elder, new Place(VILLAGE), benefit, new Money(5_000), paidUpTo, null);
    }

    private static AlreadyReceiving.Account account() {
        byte[] bytes = "6217000011112222".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new AlreadyReceiving.Account("农商行", "王秀英", false, bytes, bytes, 1, "2222");
    }

    private static <T> T at(Desk desk, Callable<T> work) {
        return CurrentDesk.call(desk, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
