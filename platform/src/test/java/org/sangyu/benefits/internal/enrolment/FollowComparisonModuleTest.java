package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

@DisplayName("随比对暂停和恢复")
class FollowComparisonModuleTest extends EnrolmentDesks {

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
}
