package org.sangyu.benefits.web.cycle;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Before a roster is frozen: when each source was last compared, and what was never compared. */
@Component
class LastCompared {

    private final ObjectProvider<Comparisons> comparisons;

    LastCompared(ObjectProvider<Comparisons> comparisons) {
        this.comparisons = comparisons;
    }

    List<String> of(Place county, Page page) {
        List<Comparisons.Last> all =
                comparisons.stream().flatMap(one -> one.last(county).stream()).toList();
        List<String> lines = new ArrayList<>();
        for (Kind kind : List.of(Kind.DEATHS, Kind.MOVES)) {
            List<Comparisons.Last> some =
                    all.stream().filter(last -> last.kind() == kind).toList();
            if (some.isEmpty()) {
                lines.add(page.say("cycles.compared.never." + kind));
            }
            some.forEach(last -> lines.add(page.say(
                    "cycles.compared." + kind,
                    page.say("registry.source." + last.source()),
                    Formats.date(last.extracted()),
                    Formats.instant(last.readAt()),
                    last.hits())));
        }
        return lines;
    }
}
