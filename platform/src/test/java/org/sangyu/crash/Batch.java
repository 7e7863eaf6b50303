package org.sangyu.crash;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.shared.Role;

/** The county's last cycle, and what each desk does to it; what is refused ends the process. */
final class Batch {

    private final Office office;
    private final CycleDesk cycles;

    Batch(Office office, CycleDesk cycles) {
        this.office = office;
        this.cycles = cycles;
    }

    void open(YearMonth month) {
        List<String> benefits = office.list(
                "select distinct benefit from benefits.enrolment where status = 'ACTIVE' order by 1", String.class);
        CycleDesk.Opening opening = office.as(Role.COUNTY_CLERK, () -> cycles.open(benefits, month, month));
        if (opening instanceof CycleDesk.Opening.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /** From computing to the bank's file; the numbers say how many of each the books knew before. */
    List<Step> toTheBank(int cyclesBefore, int filesBefore) {
        return List.of(
                office.job(
                        "computed", "cycles.compute", cyclesBefore + 1, () -> on(Role.COUNTY_CLERK, cycles::compute)),
                office.job("frozen", "cycles.freeze", cyclesBefore + 1, () -> on(Role.COUNTY_CLERK, cycles::freeze)),
                stood("REVIEW", cyclesBefore + 1, () -> on(Role.COUNTY_REVIEWER, on -> cycles.review(on, ""))),
                stood("APPROVE", cyclesBefore + 1, () -> on(Role.COUNTY_CHIEF, on -> cycles.approve(on, ""))),
                stood("AUTHORISE", cyclesBefore + 1, () -> on(Role.COUNTY_FINANCE, cycles::authorise)),
                office.job(
                        "released",
                        "cycles.release",
                        filesBefore + 1,
                        () -> on(Role.COUNTY_FINANCE, on -> cycles.release(on, "bank"))));
    }

    void tryAgain() {
        on(Role.COUNTY_FINANCE, cycles::retry);
    }

    /** Says that every payment has an answer, and closes the month. */
    List<Step> toTheEnd() {
        return List.of(
                stood("RECONCILE", 1, () -> on(Role.COUNTY_FINANCE, cycles::reconcile)),
                stood("CLOSE", 1, () -> on(Role.COUNTY_FINANCE, cycles::close)));
    }

    private Step stood(String verb, int number, Runnable deed) {
        return office.step(
                verb, "select count(*) >= %d from benefits.cycle_step where verb = '%s'".formatted(number, verb), deed);
    }

    /** What a desk does to the cycle. */
    private interface Deed {
        Optional<Refusal> on(CycleDesk.On on);
    }

    private void on(Role role, Deed deed) {
        CycleDesk.On on = office
                .list("select id || '/' || row_version from benefits.cycle order by number desc limit 1", String.class)
                .stream()
                .map(text -> text.split("/", 2))
                .map(parts -> new CycleDesk.On(UUID.fromString(parts[0]), Integer.parseInt(parts[1])))
                .findFirst()
                .orElseThrow();
        office.as(role, () -> deed.on(on)).ifPresent(why -> {
            throw new IllegalStateException(role + ": " + why);
        });
    }
}
