package org.sangyu.crash;

import java.time.YearMonth;
import java.util.List;
import org.sangyu.benefits.internal.unclaimed.FindUnclaimed;
import org.sangyu.policy.internal.simulation.EditedValues;
import org.sangyu.policy.internal.simulation.Origin;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.rules.RegionCode;
import org.sangyu.shared.Role;

/** Two questions about the whole county: who is entitled and receives nothing, and what double amounts would cost. */
final class Questions {

    private static final int MONTHS = 3;

    private final Office office;
    private final FindUnclaimed unclaimed;
    private final Simulations simulations;
    private final EditedValues values;

    Questions(Office office, FindUnclaimed unclaimed, Simulations simulations, EditedValues values) {
        this.office = office;
        this.unclaimed = unclaimed;
        this.simulations = simulations;
        this.values = values;
    }

    List<Step> steps() {
        return List.of(
                office.step(
                        "nobody before",
                        "select count(*) > 0 from access.audit_line where verb = 'unclaimed.nobody'",
                        this::nobodyBefore),
                office.job("unclaimed", "benefits.unclaimed", 1, () -> office.as(Role.COUNTY_CLERK, unclaimed::run)),
                office.job("simulated", "policy.simulation", 1, this::simulate));
    }

    private void nobodyBefore() {
        office.as(Role.COUNTY_CHIEF, () -> unclaimed.nobodyBefore("advanced-age-allowance"));
    }

    private void simulate() {
        RegionCode county = new RegionCode(office.code());
        List<EditedValues.Amounts> doubled = values.of(county, List.of()).stream()
                .map(amounts -> amounts.with(amounts.lines().stream()
                        .map(line -> new EditedValues.Line(line.key(), 2 * line.amount()))
                        .toList()))
                .toList();
        YearMonth first = YearMonth.from(office.today());
        office.as(
                Role.COUNTY_CHIEF,
                () -> simulations.start(new Simulations.Command(
                        "加倍",
                        Origin.EDITED,
                        "加倍",
                        first,
                        first.plusMonths(MONTHS - 1),
                        values.with(List.of(), county, doubled))));
    }
}
