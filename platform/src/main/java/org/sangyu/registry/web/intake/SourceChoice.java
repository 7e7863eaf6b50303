package org.sangyu.registry.web.intake;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.internal.intake.Deliverer;
import org.sangyu.shared.Desk;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;

/** Under which source a department delivers: the first of those it may is chosen. */
final class SourceChoice {

    private SourceChoice() {}

    static List<Option> of(Desk desk, Words words) {
        List<Option> options = new ArrayList<>();
        for (FactSourceCode source : Deliverer.sources(desk)) {
            options.add(new Option(source.name(), words.say("registry.source." + source), options.isEmpty()));
        }
        return options;
    }
}
