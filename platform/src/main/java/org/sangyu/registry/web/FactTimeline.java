package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.shared.Timeline;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** The registry's part of the dated line: each fact on the day from which it holds, else on the day it was learned. */
@Component
class FactTimeline implements Timeline {

    private final Registry registry;
    private final ElderViews views;
    private final Dictionary dictionary;

    FactTimeline(Registry registry, ElderViews views, Dictionary dictionary) {
        this.registry = registry;
        this.views = views;
        this.dictionary = dictionary;
    }

    @Override
    public List<Entry> of(ElderId elder, Scope scope, Locale language, int limit) {
        List<RecordedFact> facts = registry.facts(elder, scope, null);
        Words words = dictionary.in(language);
        FactWords said = views.wordsFor(facts, words);
        return facts.stream()
                .map(fact -> entry(elder, fact, said, words))
                .sorted(Comparator.comparing(Entry::on).reversed())
                .limit(limit)
                .toList();
    }

    private static Entry entry(ElderId elder, RecordedFact fact, FactWords said, Words words) {
        LocalDate learned = LocalDate.ofInstant(fact.recorded().from(), Time.ZONE);
        LocalDate from = fact.valid().from();
        String state = ElderViews.state(fact, words);
        String detail = words.say(
                "registry.timeline.detail",
                said.source(fact.source()),
                Formats.date(learned),
                said.period(fact.valid()));
        return new Entry(
                from == null ? learned : from,
                "registry.timeline.fact",
                said.topic(fact.content()) + words.say("registry.colon") + said.value(fact.content()),
                state.isEmpty() ? detail : detail + " · " + state,
                "/elders/" + elder + "/facts/" + fact.id());
    }
}
