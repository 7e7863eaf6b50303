package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.cycle.FakePolicy.ALLOWANCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;

@DisplayName("页面读到的发放")
class CycleReadingModuleTest extends CycleCounty {

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
}
