package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.shared.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits in paying: the next step of each cycle at the desk that does it, refused payments, recovery cases. */
@Component
class CycleWork implements WorkItems {

    private static final Set<Role> COUNTY =
            Set.of(Role.COUNTY_CLERK, Role.COUNTY_REVIEWER, Role.COUNTY_CHIEF, Role.COUNTY_FINANCE);
    private final CycleReader reader;
    private final JdbcClient jdbc;

    CycleWork(CycleReader reader, JdbcClient jdbc) {
        this.reader = reader;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        List<WorkItem> items = new ArrayList<>();
        if (COUNTY.contains(desk.role())) {
            for (Cycle cycle : reader.waiting(desk)) {
                items.add(new WorkItem(
                        "cycles.work." + CycleReader.next(cycle.state()).name(),
                        List.of(cycle.months(), String.valueOf(cycle.number())),
                        1,
                        since(cycle),
                        null,
                        "/cycles/" + cycle.id()));
            }
        }
        if (desk.role() == Role.COUNTY_FINANCE || desk.role() == Role.COUNTY_CLERK) {
            refused(desk, items);
        }
        if (COUNTY.contains(desk.role()) || desk.role() == Role.TOWNSHIP) {
            recoveries(desk, items);
        }
        return items;
    }

    /** The day of the last step: since then it lies at the desk of the next. */
    private @Nullable LocalDate since(Cycle cycle) {
        return reader.steps(cycle.id()).stream()
                .map(CycleStep::at)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, Time.ZONE))
                .orElse(null);
    }

    /** Refused payments, with the way to the newest cycle that holds some. */
    private void refused(Desk desk, List<WorkItem> items) {
        jdbc
                .sql("""
                    select count(*), (array_agg(c.id order by c.number desc))[1] as cycle,
                        (array_agg(c.state in ('RELEASED', 'RECONCILED', 'CLOSED') order by c.number desc))[1] as sent
                    from benefits.line l join benefits.cycle c on c.id = l.cycle
                    where l.county = :county and l.hold = 'BANK_REFUSED'\
                    """)
                .param("county", desk.place().path())
                .query((row, n) -> row.getLong(1) == 0
                        ? null
                        : new WorkItem(
                                "cycles.work.refused",
                                List.of(),
                                row.getLong(1),
                                null,
                                null,
                                "/cycles/" + row.getString("cycle") + "/lines?show="
                                        + (row.getBoolean("sent") ? "FAILED" : "HELD")))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .forEach(items::add);
    }

    private void recoveries(Desk desk, List<WorkItem> items) {
        jdbc
                .sql("""
                    select count(*), min(opened_on) from benefits.recovery_case
                    where place >= :lo and place < :hi and closed_on is null\
                    """)
                .param("lo", desk.scope().lo())
                .param("hi", desk.scope().hi())
                .query((row, n) -> row.getLong(1) == 0
                        ? null
                        : new WorkItem(
                                "cycles.work.recoveries",
                                List.of(),
                                row.getLong(1),
                                row.getObject(2, LocalDate.class),
                                null,
                                "/recoveries"))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .forEach(items::add);
    }
}
