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

    Said of(Place county, Page page) {
        List<Comparisons.Last> all =
                comparisons.stream().flatMap(one -> one.last(county).stream()).toList();
        List<String> lines = new ArrayList<>();
        List<Kind> never = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Comparisons.Last> some =
                    all.stream().filter(last -> last.kind() == kind).toList();
            if (some.isEmpty() && kind != Kind.SEEN) {
                lines.add(page.say("cycles.compared.never." + kind));
                never.add(kind);
            }
            some.forEach(last -> lines.add(page.say(
                    "cycles.compared." + kind,
                    page.say("registry.source." + last.source()),
                    Formats.date(last.extracted()),
                    Formats.instant(last.readAt()),
                    last.hits())));
        }
        return new Said(lines, never);
    }

    /**
     * What the page says.
     *
     * @param never deaths or moves that were never compared with any source
     */
    record Said(List<String> lines, List<Kind> never) {

        static final Said NOTHING = new Said(List.of(), List.of());

        Said {
            lines = List.copyOf(lines);
            never = List.copyOf(never);
        }

        /** The question, with what was never compared. */
        String ask(String question, Page page) {
            return never.stream()
                    .map(kind -> page.say("cycles.compared.ask." + kind))
                    .reduce(question, (asked, more) -> page.say("cycles.compared.ask.join", asked, more));
        }
    }
}
