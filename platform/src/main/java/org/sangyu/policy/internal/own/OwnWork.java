package org.sangyu.policy.internal.own;

import java.time.LocalDate;
import java.util.List;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entered values that wait for a second person. */
@Component
class OwnWork implements WorkItems {

    private final OwnRows rows;

    OwnWork(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        boolean administrator = desk.role() == Role.ADMINISTRATOR;
        if (!administrator && desk.role() != Role.COUNTY_CHIEF) {
            return List.of();
        }
        OwnRows.Waiting waiting = rows.waiting(desk.scope(), desk.account(), administrator);
        LocalDate since = waiting.since() == null
                ? null
                : waiting.since().atZone(Time.ZONE).toLocalDate();
        return waiting.count() == 0
                ? List.of()
                : List.of(new WorkItem("policy.own.work", List.of(), waiting.count(), since, null, "/policies/own"));
    }
}
