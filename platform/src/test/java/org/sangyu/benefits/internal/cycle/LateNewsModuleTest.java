package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;

@DisplayName("迟到的消息")
class LateNewsModuleTest extends CycleCounty {

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
}
