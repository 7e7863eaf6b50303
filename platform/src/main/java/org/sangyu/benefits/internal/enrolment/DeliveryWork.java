package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import org.sangyu.shared.Desk;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;

/** Things that wait to be handed over, at the desks that do it. */
@Component
class DeliveryWork implements WorkItems {

    private final Deliveries deliveries;

    DeliveryWork(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public List<WorkItem> waiting(Desk desk) {
        if (!Deliveries.mayRecord(desk.role())) {
            return List.of();
        }
        long waiting = deliveries.counts(desk.scope()).getOrDefault(DeliveryState.WAITING, 0L);
        return waiting == 0
                ? List.of()
                : List.of(new WorkItem(
                        "benefits.work.delivery",
                        List.of(),
                        waiting,
                        deliveries.oldest(desk.scope()),
                        null,
                        "/enrolments/deliveries"));
    }
}
