package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.cycle.CycleDesk.On;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

@DisplayName("一个月的发放")
class CycleModuleTest extends CycleCounty {

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
}
