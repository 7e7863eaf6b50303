package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments.Result;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

@DisplayName("在册办理")
class EnrolmentModuleTest extends EnrolmentDesks {

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
    @DisplayName("要求公示的，公示未满不能审批；公示天数不能少于要求的")
    void approvalWaitsForTheNotice() {
        rules.settings.put(Procedures.NOTICE_DAYS, "7");
        ElderId elder = lives(VILLAGE, "1940-01-01");
        compare();
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        Result early = at(CLERK, () -> moves.run(command(APPROVE, elder)));
        assertThat(((Result.Done) early).left()).containsEntry("benefits.left.notice", 1L);
        assertThat(at(TOWNSHIP_DESK, () -> notices.make(ALLOWANCE, 6)))
                .as("县里要求七天")
                .isEmpty();
        assertThat(at(TOWNSHIP_DESK, () -> notices.make(ALLOWANCE, 7))).isPresent();
        assertThat(act(CLERK, APPROVE, elder)).isZero();
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
}
