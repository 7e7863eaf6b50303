package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

@DisplayName("按月核对")
class CompareMonthModuleTest extends EnrolmentDesks {

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
}
