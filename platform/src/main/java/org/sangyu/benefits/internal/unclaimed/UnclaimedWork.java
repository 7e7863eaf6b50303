package org.sangyu.benefits.internal.unclaimed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.shared.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who waits to be asked, on the home page of the village and of its township. */
@Component
class UnclaimedWork implements WorkItems {

    private final UnclaimedList list;
    private final UnclaimedResults results;

    UnclaimedWork(UnclaimedList list, UnclaimedResults results) {
        this.list = list;
        this.results = results;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waiting(Desk desk) {
        if (desk.role() != Role.VILLAGE && desk.role() != Role.TOWNSHIP) {
            return List.of();
        }
        Optional<UnclaimedResults.Result> last =
                results.results(desk.scope(), null).stream().findFirst();
        return last.map(result -> waiting(desk, result)).orElse(List.of());
    }

    private List<WorkItem> waiting(Desk desk, UnclaimedResults.Result result) {
        List<UUID> runs = List.of(result.id());
        long count = list.countByState(
                        desk.scope(), new UnclaimedFilter(runs, UnclaimedKind.UNCLAIMED, null, null, null))
                .getOrDefault(UnclaimedState.WAITING, 0L);
        LocalDate since = result.finished().atZone(Time.ZONE).toLocalDate();
        String href = desk.role() == Role.VILLAGE ? "/enrolments/unclaimed/people" : "/enrolments/unclaimed";
        return count == 0 ? List.of() : List.of(new WorkItem("unclaimed.work", List.of(), count, since, null, href));
    }
}
