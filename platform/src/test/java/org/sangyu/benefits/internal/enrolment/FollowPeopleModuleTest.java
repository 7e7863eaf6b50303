package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

@DisplayName("随人员变动办理")
class FollowPeopleModuleTest extends EnrolmentDesks {

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
}
