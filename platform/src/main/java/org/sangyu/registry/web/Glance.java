package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** An elder at a glance, numbers masked and nothing to change: for those who answer a call or visit. */
@Component
class Glance {

    private final Registry registry;
    private final ElderViews views;
    private final Clock clock;

    Glance(Registry registry, ElderViews views, Clock clock) {
        this.registry = registry;
        this.views = views;
        this.clock = clock;
    }

    ElderView of(ElderSummary person, Words words) {
        return views.of(
                person, registry.facts(person.id(), CurrentDesk.get().scope(), null), words, LocalDate.now(clock));
    }
}
