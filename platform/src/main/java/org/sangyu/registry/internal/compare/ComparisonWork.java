package org.sangyu.registry.internal.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says on the home page what is to be looked at after comparison, and who has not been seen for long. */
@Component
class ComparisonWork implements WorkItems {

    private static final Set<Role> LOOK = EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final ComparedLists lists;

    ComparisonWork(ComparedLists lists) {
        this.lists = lists;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        if (!LOOK.contains(desk.role())) {
            return List.of();
        }
        List<WorkItem> items = new ArrayList<>();
        Map<Compared.Outcome, Long> open = lists.open(desk.scope());
        long look = sum(open, Compared.Outcome.DIED, Compared.Outcome.MOVED_OUT);
        items.add(new WorkItem(
                "compare.work.look",
                List.of(),
                look,
                null,
                look == 0 ? null : lists.nearest(desk.scope()),
                "/comparisons/checks"));
        if (desk.role() == Role.COUNTY_CLERK) {
            items.add(work("compare.work.overdue", lists.overdue(desk.scope()), "/comparisons/checks"));
            items.add(work(
                    "compare.work.alike",
                    sum(open, Compared.Outcome.ALIKE),
                    "/comparisons/checks?outcome=" + Compared.Outcome.ALIKE));
            items.add(work(
                    "compare.work.conflict",
                    sum(open, Compared.Outcome.CONFLICT),
                    "/comparisons/checks?outcome=" + Compared.Outcome.CONFLICT));
        }
        if (desk.role() == Role.VILLAGE) {
            items.add(work("compare.work.unseen", lists.unseenCount(desk.scope()), "/comparisons/unseen"));
        }
        return items.stream().filter(item -> item.count() > 0).toList();
    }

    private static WorkItem work(String wordKey, long count, String href) {
        return new WorkItem(wordKey, List.of(), count, null, null, href);
    }

    private static long sum(Map<Compared.Outcome, Long> open, Compared.Outcome... outcomes) {
        long sum = 0;
        for (Compared.Outcome outcome : outcomes) {
            sum += open.getOrDefault(outcome, 0L);
        }
        return sum;
    }
}
