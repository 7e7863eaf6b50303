package org.sangyu.desk.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.sangyu.shared.Desk;
import org.sangyu.shared.WorkItems;
import org.sangyu.shared.WorkItems.WorkItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what waits at a desk from every module, in one read-only transaction. */
@Component
public class Waiting {

    private static final Comparator<LocalDate> LAST_WHEN_MISSING = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<WorkItem> MOST_URGENT =
            Comparator.comparing(WorkItem::due, LAST_WHEN_MISSING).thenComparing(WorkItem::since, LAST_WHEN_MISSING);

    private final ObjectProvider<WorkItems> sources;

    Waiting(ObjectProvider<WorkItems> sources) {
        this.sources = sources;
    }

    /** The earliest deadline first, then the oldest; nothing that counts zero. */
    @Transactional(readOnly = true)
    public List<WorkItem> of(Desk desk) {
        return sources.orderedStream()
                .flatMap(source -> source.waiting(desk).stream())
                .filter(item -> item.count() > 0)
                .sorted(MOST_URGENT)
                .toList();
    }
}
