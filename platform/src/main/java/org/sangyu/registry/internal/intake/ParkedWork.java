package org.sangyu.registry.internal.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says on the home page how many imported rows wait. */
@Component
class ParkedWork implements WorkItems {

    private static final int MOST = 1_000;
    private static final Set<Role> DECIDE = EnumSet.of(Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final ParkedRows parked;

    ParkedWork(ParkedRows parked) {
        this.parked = parked;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        if (!DECIDE.contains(desk.role())) {
            return List.of();
        }
        long count = parked.count(desk.scope(), MOST);
        return count == 0
                ? List.of()
                : List.of(new WorkItem(
                        "intake.work.parked",
                        List.of(),
                        count,
                        parked.oldest(desk.scope()).orElse(null),
                        null,
                        "/imports/parked"));
    }
}
