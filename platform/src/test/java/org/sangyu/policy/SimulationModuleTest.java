package org.sangyu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;

@DisplayName("政策测算")
class SimulationModuleTest extends PolicyDesks {

    @Test
    @DisplayName("像别处那样发：逐月、逐年龄段的人数和金额与手算一致，再算一遍不变；同事在分享之后才看得到，别县看不到")
    void simulatesAnotherRegionsValues() {
        inventACountyUnderARealStandard();
        RegionCode other = new RegionCode(drafts.regions().stream()
                .map(Pack::region)
                .filter(region -> region.length() == 6)
                .findFirst()
                .orElseThrow());
        YearMonth first = YearMonth.of(2020, 12);
        YearMonth last = YearMonth.of(2021, 2);
        Desk chief = Desk.of("chief", "县领导", Role.COUNTY_CHIEF, COUNTY);
        Desk clerk = Desk.of("clerk", "县经办", Role.COUNTY_CLERK, COUNTY);
        UUID id = CurrentDesk.call(chief, () -> {
            List<PackFile> files = drafts.like(other, new RegionCode(codeOfCounty()));
            assertThat(drafts.problems(files)).isEmpty();
            UUID job = simulations.start(new Simulations.Command("试算", Origin.REGION, "别处", first, last, files));
            run(job);
            List<SimulationFigures.Row> once = rows(SimulationFigures.By.MONTH);
            run(job);
            assertThat(rows(SimulationFigures.By.MONTH)).isEqualTo(once);
            return simulations.list(chief.scope()).getFirst().id();
        });

        List<LocalDate> born =
                List.of(LocalDate.parse("1941-01-01"), LocalDate.parse("1940-12-31"), LocalDate.parse("1930-12-31"));
        RegionCode own = new RegionCode(codeOfCounty());
        CurrentDesk.run(chief, () -> {
            List<SimulationFigures.Row> months = rows(SimulationFigures.By.MONTH);
            assertThat(months).extracting(SimulationFigures.Row::key).containsExactly("2020-12", "2021-01", "2021-02");
            assertThat(months).extracting(SimulationFigures.Row::afterHeads).containsExactly(2L, 3L, 3L);
            for (SimulationFigures.Row row : months) {
                LocalDate day = YearMonth.parse(row.key()).atEndOfMonth();
                assertThat(row.before().fen()).isEqualTo(byHand(own, born, day));
                assertThat(row.after().fen()).isEqualTo(byHand(other, born, day));
            }
            long difference = months.stream().mapToLong(row -> row.more().fen()).sum();
            List<SimulationFigures.Changed> changed = new ArrayList<>();
            for (SimulationFigures.Side side : SimulationFigures.Side.values()) {
                changed.addAll(figures.people(new SimulationFigures.Asked(id, side, null), chief.scope(), 0, 10));
            }
            assertThat(changed).isNotEmpty();
            assertThat(changed.stream()
                            .mapToLong(one -> one.after().fen() - one.before().fen())
                            .sum())
                    .isEqualTo(difference);
            assertThat(simulations.find(id, chief.scope()).orElseThrow().people())
                    .isEqualTo(3);
        });
        CurrentDesk.run(
                clerk, () -> assertThat(simulations.find(id, clerk.scope())).isEmpty());
        assertThat(CurrentDesk.<Boolean>call(clerk, () -> simulations.share(id, true)))
                .isFalse();
        assertThat(CurrentDesk.<Boolean>call(chief, () -> simulations.share(id, true)))
                .isTrue();
        CurrentDesk.run(
                clerk, () -> assertThat(simulations.find(id, clerk.scope())).isPresent());
        Desk elsewhere = Desk.of("chief", "县领导", Role.COUNTY_CHIEF, new Place("C010102"));
        CurrentDesk.run(
                elsewhere,
                () -> assertThat(simulations.find(id, elsewhere.scope())).isEmpty());
    }
}
