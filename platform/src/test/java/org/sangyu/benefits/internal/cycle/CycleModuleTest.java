package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.cycle.FakePolicy.ALLOWANCE;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.cycle.CycleDesk.On;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.testing.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("一个月的发放")
@FreshDatabase
@SpringBootTest(classes = CycleWorld.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CycleModuleTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final YearMonth MAY = YearMonth.parse("2026-05");
    private static final YearMonth JUNE = YearMonth.parse("2026-06");
    private static int next;

    @Autowired
    private CycleDesk desk;

    @Autowired
    private ReturnDesk returns;

    @Autowired
    private PayFormats formats;

    @Autowired
    private RecoveryDesk recoveries;

    @Autowired
    private Cycles cycles;

    @Autowired
    private FakeJobs jobs;

    @Autowired
    private FakePolicy policy;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CycleWorld.TestClock clock;

    @Autowired
    private CycleWorld.MemoryFiles files;

    @Autowired
    private CycleFigures figures;

    @Autowired
    private CycleLines lines;

    @Autowired
    private Differences differences;

    @Autowired
    private CycleFiles cycleFiles;

    @Autowired
    private Totals totals;

    @Autowired
    private MoneySettings settings;

    @Autowired
    private CycleWork work;

    @Autowired
    private CycleTimeline timeline;

    private String county = "";

    @BeforeEach
    void aCountyOfItsOwn() {
        next++;
        county = "C0101" + (char) ('A' + next / 10) + (char) ('0' + next % 10);
        clock.set("2026-05-20T02:00:00Z");
    }

    @Test
    @DisplayName("从在册到回盘：成功入账，退票经确认账户后重发，对账、办结")
    void aWholeMonth() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        UUID cycle = released(MAY);
        Map<String, Object> file = one("select sha256, lines, fen from benefits.pay_file where cycle = ?", cycle);
        assertThat(file).containsEntry("lines", 2L).containsEntry("fen", 10_000L);
        List<String> sent = orders(cycle);
        assertThat(files.text((String) file.get("sha256"), GBK)).contains(sent.get(0), sent.get(1), "50.00");

        String answer = "头\r\n1|%s|x|x|x|50.00|成功||20260525\r\n2|%s|x|x|x|50.00|失败|账号已销户\r\n"
                .formatted(reference(cycle, wang), reference(cycle, li));
        answer(cycle, answer);
        assertThat(state(cycle, wang)).isEqualTo("PAID");
        assertThat(state(cycle, li)).isEqualTo("FAILED");
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.retry(on), cycle)).isPresent();

        confirmAccount(li);
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.retry(on), cycle)).isEmpty();
        assertThat(count("select count(*) from benefits.pay_file where cycle = ?", cycle))
                .isEqualTo(2);
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.reconcile(on), cycle)).isPresent();
        answer(cycle, "头\r\n1|" + reference(cycle, li) + "|x|x|x|50.00|成功||20260528\r\n");
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.reconcile(on), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.close(on), cycle)).isEmpty();
        assertThat(stateOf(cycle)).isEqualTo(CycleState.CLOSED);
    }

    @Test
    @DisplayName("同一回盘文件读两次不改变任何结果；对不上的只列出")
    void theSameAnswerTwice() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID cycle = released(MAY);
        String ours = reference(cycle, wang);
        String answer =
                "头\r\n1|%s|x|x|x|40.00|成功\r\n2|F0-0|x|x|x|50.00|成功\r\n3|%s|x|x|x|50.00|成功\r\n".formatted(ours, ours);
        answer(cycle, answer);
        assertThat(verdicts(cycle)).containsExactly("OTHER_AMOUNT", "UNKNOWN_REFERENCE", "REPEATED");
        assertThat(state(cycle, wang)).isEqualTo("SENT");
        assertThat(upload(cycle, answer)).isPresent();
        answer(cycle, "头\r\n1|" + ours + "|x|x|x|50.00|处理中\r\n");
        assertThat(state(cycle, wang)).isEqualTo("UNKNOWN");
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.retry(on), cycle)).isPresent();
        at(Role.COUNTY_FINANCE, () -> returns.settle(cycle, ours, true, "银行回单 12 号"));
        assertThat(state(cycle, wang)).isEqualTo("PAID");
        answer(cycle, "头\r\n1|" + ours + "|x|x|x|50.00|失败|迟到\r\n");
        assertThat(verdicts(cycle)).contains("CONTRADICTS");
        assertThat(state(cycle, wang)).isEqualTo("PAID");
    }

    @Test
    @DisplayName("同一回盘里一笔两种结果：都不登记；两行相同的登记一次")
    void twoAnswersForOnePayment() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        UUID cycle = released(MAY);
        String torn = reference(cycle, wang);
        String twice = reference(cycle, li);
        answer(
                cycle,
                "头\r\n1|%1$s|x|x|x|50.00|成功\r\n2|%1$s|x|x|x|50.00|失败\r\n3|%2$s|x|x|x|50.00|成功\r\n4|%2$s|x|x|x|50.00|成功\r\n"
                        .formatted(torn, twice));
        assertThat(verdicts(cycle)).containsExactly("REPEATED", "REPEATED", "APPLIED", "REPEATED");
        assertThat(state(cycle, wang)).isEqualTo("SENT");
        assertThat(state(cycle, li)).isEqualTo("PAID");
    }

    @Test
    @DisplayName("复核暂缓的可以收回；退回重算后下一版保留暂缓及其原因；复核以后不能再收回")
    void aHoldIsTakenBackOrStays() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID may = frozen(MAY);
        List<UUID> line = List.of(
                (UUID) one("select id from benefits.line where elder = ?", wang).get("id"));
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.hold(on, line, "待核"), may))
                .isEmpty();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.unhold(on, line), may)).isEmpty();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.unhold(on, line), may)).isPresent();
        assertThat(count("select count(*) from benefits.cycle_line where hold is not null and cycle = ?", may))
                .isZero();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.hold(on, line, "待核"), may))
                .isEmpty();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.returnBack(on, "标准待核"), may))
                .isEmpty();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), may)).isEmpty();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.freeze(on), may)).isEmpty();
        assertThat(one("select hold, hold_note from benefits.cycle_line where version = 2 and cycle = ?", may))
                .containsEntry("hold", "MANUAL")
                .containsEntry("hold_note", "待核");
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.review(on, ""), may)).isEmpty();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.unhold(on, line), may)).isPresent();
    }

    @Test
    @DisplayName("五月去世六月才知道：立追缴案件，去世的不抵扣；退回后结案")
    void lateDeath() {
        UUID wang = enrol("王秀英", "2026-04");
        paid(released(YearMonth.parse("2026-04")), wang);
        paid(released(MAY), wang);
        know(
                wang,
                new FakePolicy.Person(
                        "王秀英", YearMonth.parse("2020-01"), LocalDate.parse("2026-04-12"), null, clock.instant()));
        UUID june = released(JUNE);
        assertThat(lines(june)).containsExactly("2026-05 RECOVERY -5000");
        Recovery found = at(
                        Role.COUNTY_CLERK,
                        () -> recoveries.list(CurrentDesk.get().scope(), false, 0, 9))
                .getFirst();
        assertThat(found.openFen()).isEqualTo(5_000);
        assertThat(found.died()).isTrue();
        assertThat(found.whyZh()).contains("2026-04-12 去世");
        assertThat(at(Role.COUNTY_CHIEF, () -> recoveries.offset(on(found), new org.sangyu.shared.Money(100), "x")))
                .isPresent();
        assertThat(at(
                        Role.COUNTY_CLERK,
                        () -> recoveries.repaid(
                                on(found), new org.sangyu.shared.Money(5_001), LocalDate.parse("2026-05-20"), "收据")))
                .isPresent();
        assertThat(at(
                        Role.COUNTY_CLERK,
                        () -> recoveries.repaid(
                                on(again(found)),
                                new org.sangyu.shared.Money(5_000),
                                LocalDate.parse("2026-05-20"),
                                "收据 3")))
                .isEmpty();
        assertThat(again(found).closedOn()).isNotNull();
        assertThat(again(found).openFen()).isZero();
    }

    @Test
    @DisplayName("死亡信息有误而撤销：撤回追缴并结案，不重复付款")
    void aDeathTakenBack() {
        UUID wang = enrol("王秀英", "2026-04");
        paid(released(YearMonth.parse("2026-04")), wang);
        paid(released(MAY), wang);
        FakePolicy.Person alive = new FakePolicy.Person("王秀英", YearMonth.parse("2020-01"), null, null, clock.instant());
        know(
                wang,
                new FakePolicy.Person(
                        "王秀英", YearMonth.parse("2020-01"), LocalDate.parse("2026-04-12"), null, clock.instant()));
        released(JUNE);
        know(wang, alive);
        UUID july = released(YearMonth.parse("2026-07"));
        assertThat(lines(july))
                .containsExactly("2026-05 RECOVERY 5000", "2026-06 BACK_PAY 5000", "2026-07 REGULAR 5000");
        assertThat(at(Role.COUNTY_CLERK, () -> recoveries.list(CurrentDesk.get().scope(), false, 0, 9)))
                .isEmpty();
    }

    @Test
    @DisplayName("出生日期更正：补发此前各月")
    void aCorrectedBirthDate() {
        UUID wang = enrol("王秀英", "2026-04");
        know(wang, new FakePolicy.Person("王秀英", YearMonth.parse("2026-12"), null, null, clock.instant()));
        assertThat(lines(released(MAY))).isEmpty();
        know(wang, new FakePolicy.Person("王秀英", YearMonth.parse("2026-04"), null, null, clock.instant()));
        assertThat(lines(released(JUNE)))
                .containsExactly("2026-04 BACK_PAY 5000", "2026-05 BACK_PAY 5000", "2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("标准调整：差额补发，本月按新标准")
    void aChangedStandard() {
        UUID wang = enrol("王秀英", "2026-05");
        paid(released(MAY), wang);
        policy.change("p2", 6_000);
        try {
            assertThat(lines(released(JUNE))).containsExactly("2026-05 BACK_PAY 1000", "2026-06 REGULAR 6000");
        } finally {
            policy.change("p1", FakePolicy.FEN);
        }
    }

    @Test
    @DisplayName("待定：不发也不停，进入暂缓名单；具名决定照发后照发")
    void undetermined() {
        UUID wang = enrol("王秀英", "2026-05");
        paid(released(MAY), wang);
        know(wang, new FakePolicy.Person("王秀英", YearMonth.parse("2020-01"), null, JUNE, clock.instant()));
        UUID june = computed(JUNE);
        assertThat(lines(june)).isEmpty();
        assertThat(one("select missing_zh from benefits.hold where elder = ?", wang))
                .containsEntry("missing_zh", "缺出生日期");
        act(Role.COUNTY_CHIEF, () -> jdbc.sql("""
            update benefits.hold set decision = 'PAY_ON', decided_by = 'z', decided_name = '赵', decided_at = now(),
                reason = '本人健在' where elder = ?\
            """).param(wang).update());
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), june)).isEmpty();
        assertThat(lines(june)).containsExactly("2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("复核暂缓一人，退回一次：第二版仍暂缓，下个批次自动回来")
    void heldReturnedAndBack() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        UUID may = frozen(MAY);
        UUID line =
                (UUID) one("select id from benefits.line where elder = ?", li).get("id");
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.hold(on, List.of(line), ""), may))
                .isPresent();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.hold(on, List.of(line), "核对户口"), may))
                .isEmpty();
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.returnBack(on, "请核对"), may))
                .isEmpty();
        assertThat(stateOf(may)).isEqualTo(CycleState.OPEN);
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), may)).isEmpty();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.freeze(on), may)).isEmpty();
        assertThat(find(may).version()).isEqualTo(2);
        release(may);
        assertThat(orders(may)).hasSize(1);
        paid(may, wang);
        assertThat(lines(released(JUNE)))
                .containsExactlyInAnyOrder("2026-05 REGULAR 5000", "2026-06 REGULAR 5000", "2026-06 REGULAR 5000");
    }

    @Test
    @DisplayName("锁定以后得知去世、账户变更：批准发放时暂缓这些明细")
    void newsAfterFreezing() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        enrol("张桂兰", "2026-05");
        UUID may = frozen(MAY);
        know(
                wang,
                new FakePolicy.Person(
                        "王秀英", YearMonth.parse("2020-01"), LocalDate.parse("2026-04-30"), null, clock.instant()));
        confirmAccount(li);
        release(may);
        assertThat(orders(may)).hasSize(1);
        assertThat(act(
                        Role.COUNTY_CLERK,
                        () -> jdbc.sql("select hold from benefits.cycle_line where cycle = ? and hold is not null"
                                        + " order by hold")
                                .param(may)
                                .query(String.class)
                                .list()))
                .containsExactly("ACCOUNT_CHANGED", "DIED_SINCE");
    }

    @Test
    @DisplayName("锁定以后被比对暂停的，报盘前暂缓；村里见到本人后恢复，下个批次把暂缓的月份一并发")
    void suspendedAfterFreezing() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        UUID zhang = enrol("张桂兰", "2026-05");
        UUID may = frozen(MAY);
        becomes(wang, "SUSPENDED");
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.review(on, ""), may)).isEmpty();
        assertThat(run(Role.COUNTY_CHIEF, on -> desk.approve(on, ""), may)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.authorise(on), may)).isEmpty();
        becomes(li, "SUSPENDED");
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.release(on, "bank"), may))
                .isEmpty();
        assertThat(orders(may)).as("只有没被暂停的人在文件里").hasSize(1);
        assertThat(all("select hold from benefits.cycle_line where hold is not null"))
                .extracting(row -> row.get("hold"))
                .containsExactly("ENROLMENT_CHANGED", "ENROLMENT_CHANGED");
        paid(may, zhang);
        becomes(wang, "ACTIVE");
        UUID june = released(JUNE);
        assertThat(lines(june).stream().sorted())
                .containsExactly(
                        "2026-05 REGULAR 5000",
                        "2026-05 REGULAR 5000",
                        "2026-06 REGULAR 5000",
                        "2026-06 REGULAR 5000",
                        "2026-06 REGULAR 5000");
        assertThat(count("select count(*) from benefits.pay_order where cycle = ? and elder = ?", june, wang))
                .as("五月、六月一起到账")
                .isEqualTo(2);
        assertThat(count("select count(*) from benefits.pay_order where elder = ?", li))
                .as("还没有人见到的，继续暂缓")
                .isZero();
    }

    @Test
    @DisplayName("暂停期间去世属实：去世以前的月份照发，以后的不发；多发的只立追缴，从不抵扣")
    void diedWhileSuspended() {
        UUID wang = enrol("王秀英", "2026-04");
        paid(released(YearMonth.parse("2026-04")), wang);
        paid(released(MAY), wang);
        becomes(wang, "SUSPENDED");
        know(
                wang,
                new FakePolicy.Person(
                        "王秀英", YearMonth.parse("2020-01"), LocalDate.parse("2026-04-12"), null, clock.instant()));
        act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("""
            update benefits.enrolment set status = 'ENDED', ended_from = '2026-05-01', changed_at = :now
            where elder = :elder\
            """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("elder", wang)
                        .update());
        assertThat(lines(released(JUNE))).containsExactly("2026-05 RECOVERY -5000");
        assertThat(count("select count(*) from benefits.line where kind = 'OFFSET' and elder = ?", wang))
                .isZero();
    }

    @Test
    @DisplayName("核算的人不能复核，审批的人不能批准发放；设置未确认不能报盘；过时的页面不起作用")
    void twoPersons() {
        enrol("王秀英", "2026-05");
        UUID may = frozen(MAY);
        Desk clerkAsReviewer = Desk.of("COUNTY_CLERK" + county, "同一人", Role.COUNTY_REVIEWER, new Place(county));
        assertThat(CurrentDesk.call(
                        clerkAsReviewer, () -> desk.review(new On(may, find(may).rowVersion()), "")))
                .hasValueSatisfying(why -> assertThat(why.wordKey()).endsWith("hands.computed"));
        assertThat(at(Role.COUNTY_REVIEWER, () -> desk.review(new On(may, 1), "")))
                .hasValueSatisfying(why -> assertThat(why.wordKey()).endsWith("stale"));
        run(Role.COUNTY_REVIEWER, on -> desk.review(on, ""), may);
        run(Role.COUNTY_CHIEF, on -> desk.approve(on, ""), may);
        Desk chiefAsFinance = Desk.of("COUNTY_CHIEF" + county, "同一人", Role.COUNTY_FINANCE, new Place(county));
        assertThat(CurrentDesk.call(
                        chiefAsFinance,
                        () -> desk.authorise(new On(may, find(may).rowVersion()))))
                .hasValueSatisfying(why -> assertThat(why.wordKey()).endsWith("hands.approved"));
        run(Role.COUNTY_FINANCE, on -> desk.authorise(on), may);
        policy.confirm(false);
        try {
            assertThat(run(Role.COUNTY_FINANCE, on -> desk.release(on, "bank"), may))
                    .isPresent();
        } finally {
            policy.confirm(true);
        }
        Desk elsewhere = Desk.of("x", "外县", Role.COUNTY_FINANCE, new Place("C0102ZZ"));
        assertThat(CurrentDesk.call(elsewhere, () -> desk.authorise(new On(may, 9))))
                .isPresent();
        assertThat(CurrentDesk.<Optional<Cycle>>call(
                        elsewhere, () -> transaction.execute(s -> cycles.find(may, elsewhere.scope()))))
                .isEmpty();
    }

    @Test
    @DisplayName("同一步点两下，只办一次，第二下说页面已过时")
    void aSecondClickStartsNothing() {
        enrol("王秀英", "2026-05");
        UUID may = ((CycleDesk.Opening.Opened) open(MAY)).cycle();
        On shown = new On(may, find(may).rowVersion());
        assertThat(at(Role.COUNTY_CLERK, () -> desk.compute(shown))).isEmpty();
        assertThat(at(Role.COUNTY_CLERK, () -> desk.compute(shown))).isPresent();
        jobs.runAll();
        assertThat(find(may).state()).isEqualTo(CycleState.COMPUTED);
    }

    @Test
    @DisplayName("先早后晚：五月未报盘，六月不能核算；同月不能再建")
    void earlierMonthsFirst() {
        enrol("王秀英", "2026-05");
        UUID may = computed(MAY);
        assertThat(open(MAY)).isInstanceOf(CycleDesk.Opening.Refused.class);
        UUID june = ((CycleDesk.Opening.Opened) open(JUNE)).cycle();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), june)).isPresent();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.freeze(on), may)).isEmpty();
        CycleDesk.Opening mirrored = at(Role.COUNTY_CLERK, () -> desk.open(List.of("hardship-support"), JUNE, JUNE));
        assertThat(mirrored).isInstanceOf(CycleDesk.Opening.Refused.class);
    }

    @Test
    @DisplayName("重算而无变化：结论、应发、明细一行不写")
    void computingAgainWritesNothing() {
        enrol("王秀英", "2026-04");
        UUID may = computed(MAY);
        List<Map<String, Object>> before = all("select * from benefits.decision_span");
        List<Map<String, Object>> lines = all("select * from benefits.line order by id");
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), may)).isEmpty();
        assertThat(all("select * from benefits.decision_span")).isEqualTo(before);
        assertThat(all("select * from benefits.line order by id")).isEqualTo(lines);
    }

    @Test
    @DisplayName("各页所读：合计、乡镇、明细、增减变动、版本、文件、累计、待办、个人时间线")
    void everythingThatPagesRead() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID may = released(MAY);
        paid(may, wang);
        Scope scope = Scope.of(new Place(county));
        Cycle cycle = find(may);
        act(Role.COUNTY_CLERK, () -> {
            assertThat(figures.whole(cycle, scope).payFen()).isEqualTo(5_000);
            assertThat(figures.townships(cycle, scope)).hasSize(1);
            assertThat(figures.institutions(cycle, scope)).isEmpty();
            for (CycleLines.Show show : CycleLines.Show.values()) {
                CycleLines.Filter filter = new CycleLines.Filter(show, county + "001", "王");
                assertThat(lines.list(cycle, scope, filter, new Slice(0, 51)))
                        .hasSize(show == CycleLines.Show.ALL || show == CycleLines.Show.PAYABLE ? 1 : 0);
            }
            assertThat(differences.table(cycle, scope))
                    .extracting(Differences.Row::change)
                    .containsExactly(Differences.Change.NEW);
            assertThat(differences.people(cycle, scope, Differences.Change.NEW, new Slice(0, 51)))
                    .hasSize(1);
            assertThat(differences.versions(cycle, 1, 1, scope)).isEmpty();
            assertThat(cycleFiles.versions(may)).hasSize(1);
            assertThat(cycleFiles.files(may).getFirst().paid()).isEqualTo(1);
            assertThat(cycleFiles.returnLines(cycleFiles.returns(may).getFirst().id(), 0, 9))
                    .hasSize(1);
            for (Totals.Per per : Totals.Per.values()) {
                for (Totals.By by : Totals.By.values()) {
                    assertThat(totals.rows(scope, new Totals.Filter(by, ALLOWANCE, null, MAY, MAY), per))
                            .extracting(Totals.Row::fen)
                            .containsExactly(5_000L, 5_000L);
                    assertThat(totals.payments(
                                    scope, new Totals.Filter(by, ALLOWANCE, null, MAY, MAY), new Slice(0, 9)))
                            .as("每个合计打开到它计入的付款")
                            .extracting(Totals.Payment::fen)
                            .containsExactly(5_000L);
                    totals.forEachPayment(
                            scope,
                            new Totals.Filter(by, ALLOWANCE, null, MAY, MAY),
                            payment -> assertThat(payment.fen()).isEqualTo(5_000));
                }
            }
            Totals.Filter april =
                    new Totals.Filter(Totals.By.BUDGET, ALLOWANCE, null, MAY.minusMonths(1), MAY.minusMonths(1));
            assertThat(totals.sum(scope, april).personTimes()).isZero();
            assertThat(timeline.of(new ElderId(wang), scope, Locale.CHINA, 9)
                            .getFirst()
                            .title())
                    .contains("50.00", "已到账");
            return true;
        });
        UUID june = computed(JUNE);
        assertThat(act(
                        Role.COUNTY_CLERK,
                        () -> lines.list(
                                find(june),
                                scope,
                                new CycleLines.Filter(CycleLines.Show.ALL, null, null),
                                new Slice(0, 51))))
                .hasSize(1);
        assertThat(act(Role.COUNTY_CLERK, () -> differences.table(find(june), scope)))
                .extracting(Differences.Row::change)
                .containsExactly(Differences.Change.SAME);
        assertThat(at(
                        Role.COUNTY_FINANCE,
                        () -> totals.enter(new Totals.Opening(
                                county, ALLOWANCE, LocalDate.parse("2020-12-31"), 100, 2L, null, "规划第 1 页", ""))))
                .isEmpty();
        MoneySettings.Setting before = new MoneySettings.Setting(1, null, "", "");
        MoneySettings.Setting after = new MoneySettings.Setting(3, 50, "县文件", "县级财政");
        assertThat(at(Role.COUNTY_CHIEF, () -> settings.set(before, after))).isEmpty();
        assertThat(at(Role.COUNTY_CHIEF, () -> settings.set(before, new MoneySettings.Setting(1, null, "", "别的"))))
                .as("打开表单之后别人改过")
                .contains(new Refusal("cycles.cycle.refused.stale", List.of()));
        assertThat(act(Role.COUNTY_CLERK, () -> settings.of(new Place(county)))).isEqualTo(after);
        assertThat(act(Role.COUNTY_CLERK, () -> settings.of(new Place(county)).rhythm()))
                .isEqualTo(3);
        assertThat(at(Role.COUNTY_CLERK, () -> work.waiting(CurrentDesk.get()))).isNotEmpty();
    }

    private CycleDesk.Opening open(YearMonth month) {
        return at(Role.COUNTY_CLERK, () -> desk.open(List.of(ALLOWANCE), month, month));
    }

    private UUID computed(YearMonth month) {
        UUID cycle = ((CycleDesk.Opening.Opened) open(month)).cycle();
        assertThat(run(Role.COUNTY_CLERK, on -> desk.compute(on), cycle)).isEmpty();
        assertThat(stateOf(cycle)).isEqualTo(CycleState.COMPUTED);
        return cycle;
    }

    private UUID frozen(YearMonth month) {
        UUID cycle = computed(month);
        assertThat(run(Role.COUNTY_CLERK, on -> desk.freeze(on), cycle)).isEmpty();
        return cycle;
    }

    private UUID released(YearMonth month) {
        UUID cycle = frozen(month);
        release(cycle);
        return cycle;
    }

    private void release(UUID cycle) {
        assertThat(run(Role.COUNTY_REVIEWER, on -> desk.review(on, ""), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_CHIEF, on -> desk.approve(on, ""), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.authorise(on), cycle)).isEmpty();
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.release(on, "bank"), cycle))
                .isEmpty();
        assertThat(stateOf(cycle)).isEqualTo(CycleState.RELEASED);
    }

    private void paid(UUID cycle, UUID elder) {
        answer(cycle, "头\r\n1|" + reference(cycle, elder) + "|x|x|x|50.00|成功||20260525\r\n");
        assertThat(state(cycle, elder)).isEqualTo("PAID");
    }

    private void answer(UUID cycle, String text) {
        assertThat(upload(cycle, text)).isEmpty();
        jobs.runAll();
    }

    private Optional<Refusal> upload(UUID cycle, String text) {
        UUID file = (UUID) one("select id from benefits.pay_file where cycle = ? order by number desc limit 1", cycle)
                .get("id");
        return at(Role.COUNTY_FINANCE, () -> {
            ReturnDesk.Taken taken = returns.take(
                    cycle,
                    file,
                    new ReturnDesk.Upload("huipan.txt", "text/plain", new ByteArrayInputStream(text.getBytes(GBK))));
            return taken.id() == null
                    ? taken.refusal()
                    : returns.read(
                            cycle,
                            taken.id(),
                            formats.find("bank").orElseThrow().back());
        });
    }

    private interface Deed {
        Optional<Refusal> on(On on);
    }

    private Optional<Refusal> run(Role role, Deed deed, UUID cycle) {
        Optional<Refusal> refusal =
                at(role, () -> deed.on(new On(cycle, find(cycle).rowVersion())));
        jobs.runAll();
        return refusal;
    }

    private UUID enrol(String name, String from) {
        UUID elder = UUID.randomUUID();
        know(elder, new FakePolicy.Person(name, YearMonth.parse("2020-01"), null, null, clock.instant()));
        act(Role.COUNTY_CLERK, () -> {
            UUID id = UUID.randomUUID();
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            jdbc.sql("""
                insert into benefits.enrolment (id, elder, benefit, county, place, status, way, applied_on, last_step,
                    stepped_by, stepped_on, created_at, changed_at, first_payable)
                values (:id, :elder, :benefit, :county, :place, 'COUNTY_APPROVED', 'APPLICATION', '2026-01-01', :id, 'x',
                    '2026-01-01', :now, :now, :first)\
                """)
                    .param("id", id)
                    .param("elder", elder)
                    .param("benefit", ALLOWANCE)
                    .param("county", county)
                    .param("place", county + "001001")
                    .param("now", now)
                    .param("first", LocalDate.parse(from + "-01"))
                    .update();
            account(id, elder, now);
            return jdbc.sql("update benefits.enrolment set status = 'ACTIVE' where id = :id")
                    .param("id", id)
                    .update();
        });
        return elder;
    }

    private void becomes(UUID elder, String status) {
        act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("update benefits.enrolment set status = :to, changed_at = :now where elder = :elder")
                        .param("to", status)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("elder", elder)
                        .update());
    }

    private void confirmAccount(UUID elder) {
        act(Role.COUNTY_CLERK, () -> {
            UUID id = jdbc.sql("select id from benefits.enrolment where elder = :e")
                    .param("e", elder)
                    .query(UUID.class)
                    .single();
            jdbc.sql("update benefits.payee_account set state = 'REPLACED' where enrolment = :id")
                    .param("id", id)
                    .update();
            account(id, elder, clock.instant().atOffset(ZoneOffset.UTC));
            return id;
        });
    }

    private void account(UUID enrolment, UUID elder, OffsetDateTime now) {
        UUID account = UUID.randomUUID();
        jdbc.sql("""
            insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, bank, account_enc,
                account_idx, key_version, last_four, holder_differs, state, proposed_by, proposed_name, proposed_at,
                confirmed_by, confirmed_name, confirmed_at)
            values (:id, :enrolment, :elder, :county, :place, 'SELF', '户名', '某行', '\\x36'::bytea, '\\x36'::bytea, 1,
                '0001', false, 'CONFIRMED', 'a', '甲', :now, 'b', '乙', :now)\
            """)
                .param("id", account)
                .param("enrolment", enrolment)
                .param("elder", elder)
                .param("county", county)
                .param("place", county + "001001")
                .param("now", now)
                .update();
        jdbc.sql("update benefits.enrolment set payee_account = :a where id = :e")
                .param("a", account)
                .param("e", enrolment)
                .update();
    }

    private void know(UUID elder, FakePolicy.Person person) {
        policy.know(elder, person);
    }

    private RecoveryDesk.On on(Recovery found) {
        return new RecoveryDesk.On(found.id(), found.rowVersion());
    }

    private Recovery again(Recovery found) {
        return at(
                        Role.COUNTY_CLERK,
                        () -> recoveries.find(found.id(), CurrentDesk.get().scope()))
                .orElseThrow()
                .recovery();
    }

    private List<String> lines(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("select period || ' ' || kind || ' ' || fen from benefits.line where cycle = ? order"
                                + " by accrued, kind")
                        .param(cycle)
                        .query(String.class)
                        .list());
    }

    private List<String> orders(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("select reference from benefits.pay_order where cycle = ? order by seq")
                        .param(cycle)
                        .query(String.class)
                        .list());
    }

    private List<String> verdicts(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql("""
                    select l.verdict from benefits.return_line l join benefits.return_file f on f.id = l.return_file
                    where f.cycle = ? order by f.read_at, l.row_no\
                    """).param(cycle).query(String.class).list());
    }

    private String reference(UUID cycle, UUID elder) {
        return (String) one(
                        "select reference from benefits.pay_order where cycle = ? and elder = ? order by attempt desc"
                                + " limit 1",
                        cycle,
                        elder)
                .get("reference");
    }

    private String state(UUID cycle, UUID elder) {
        return (String) one(
                        "select state from benefits.pay_order where cycle = ? and elder = ? order by attempt desc"
                                + " limit 1",
                        cycle,
                        elder)
                .get("state");
    }

    private long count(String sql, Object... arguments) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql(sql).params(List.of(arguments)).query(Long.class).single());
    }

    private Map<String, Object> one(String sql, Object... arguments) {
        return act(
                Role.COUNTY_CLERK,
                () -> jdbc.sql(sql).params(List.of(arguments)).query().singleRow());
    }

    private List<Map<String, Object>> all(String sql) {
        return act(Role.COUNTY_CLERK, () -> jdbc.sql(sql).query().listOfRows());
    }

    private CycleState stateOf(UUID cycle) {
        return find(cycle).state();
    }

    private Cycle find(UUID cycle) {
        return act(
                Role.COUNTY_CLERK,
                () -> cycles.find(cycle, CurrentDesk.get().scope()).orElseThrow());
    }

    private <T> T act(Role role, java.util.function.Supplier<T> work) {
        return at(role, () -> transaction.execute(status -> work.get()));
    }

    private <T> T at(Role role, java.util.function.Supplier<T> work) {
        Desk who = Desk.of(role.name() + county, role.name(), role, new Place(county));
        @Nullable T result = CurrentDesk.call(who, work::get);
        return result;
    }
}
