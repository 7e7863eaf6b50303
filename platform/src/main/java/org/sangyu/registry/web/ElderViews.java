package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.web.ElderView.Group;
import org.sangyu.registry.web.ElderView.Item;
import org.sangyu.registry.web.ElderView.Link;
import org.sangyu.registry.web.ElderView.Row;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts an elder's page together from what the books say. */
@Component
class ElderViews {

    private static final Set<FactKind> KNOW = Set.of(
            FactKind.HOUSEHOLD, FactKind.TAG, FactKind.ABILITY, FactKind.LTCI, FactKind.INSTITUTION, FactKind.RECEIPT);

    private final PlaceTexts places;

    ElderViews(PlaceTexts places) {
        this.places = places;
    }

    ElderView of(ElderSummary person, List<RecordedFact> facts, Words words, LocalDate today) {
        String base = "/elders/" + person.id();
        FactWords said = new FactWords(words, placesOf(facts));
        List<RecordedFact> now = facts.stream()
                .filter(fact -> fact.counts() && fact.recorded().to() == null)
                .filter(fact -> fact.valid().contains(today))
                .toList();
        boolean mayChange = Rights.mayChange(CurrentDesk.get());
        return new ElderView(
                person.id().toString(),
                person.name(),
                line(person, words, today),
                places.full(person.place()),
                person.died() == null ? "" : words.say("registry.died.on", Formats.date(person.died())),
                elsewhere(person, facts, words),
                reach(now, new Beside(facts, today, said, words), base),
                know(now, new Beside(facts, today, said, words), base),
                Hurts.of(person, now, words),
                groups(facts, said, words, base),
                mayChange ? adds(words, base) : List.of(),
                mayChange,
                base + "/entitlements",
                base + "/timeline");
    }

    private String elsewhere(ElderSummary person, List<RecordedFact> facts, Words words) {
        String moved = moved(facts, words);
        return moved.isEmpty() && person.isLivingApart()
                ? words.say("registry.apart", places.of(person.resides()))
                : moved;
    }

    /** Since when the person is registered elsewhere; empty while registered here, also again. */
    private static String moved(List<RecordedFact> facts, Words words) {
        List<RecordedFact> stand = facts.stream()
                .filter(fact -> fact.recorded().to() == null && fact.valid().from() != null)
                .toList();
        return stand.stream()
                .filter(fact -> fact.content() instanceof FactContent.Life life
                        && life.life() == FactContent.LifeKind.MOVED_OUT
                        && fact.valid().to() == null)
                .map(fact -> fact.valid().from())
                .filter(day -> stand.stream()
                        .noneMatch(fact -> fact.content() instanceof FactContent.Residence home
                                && home.residence() == FactContent.ResidenceKind.REGISTERED
                                && !day.isAfter(fact.valid().from())))
                .max(LocalDate::compareTo)
                .map(day -> words.say("registry.moved.on", Formats.date(day)))
                .orElse("");
    }

    /** Words for facts with the places they name looked up. */
    FactWords wordsFor(List<RecordedFact> facts, Words words) {
        return new FactWords(words, placesOf(facts));
    }

    static String line(ElderSummary person, Words words, LocalDate today) {
        List<String> parts = new ArrayList<>();
        if (person.sex() != null) {
            parts.add(words.say("registry.sex." + person.sex()));
        }
        String age = Ages.of(person.born(), person.died(), today);
        if (!age.isEmpty()) {
            parts.add(words.say("registry.years", age));
        }
        if (person.born() != null) {
            parts.add(words.say("registry.born.on", Formats.date(person.born())));
        }
        if (person.maskedId() != null) {
            parts.add(person.maskedId());
        }
        return String.join(" · ", parts);
    }

    private Map<Place, String> placesOf(List<RecordedFact> facts) {
        Set<Place> named = new HashSet<>();
        facts.forEach(fact -> named.addAll(FactWords.places(fact.content())));
        return named.isEmpty() ? Map.of() : places.of(named);
    }

    /** What other sources say today about the same thing, shown beside what counts. */
    private record Beside(List<RecordedFact> facts, LocalDate today, FactWords said, Words words) {

        String note(RecordedFact counted) {
            String value = said.value(counted.content());
            return facts.stream()
                    .filter(fact -> !fact.counts() && fact.recorded().to() == null)
                    .filter(fact -> fact.valid().contains(today))
                    .filter(fact -> fact.content().kind() == counted.content().kind())
                    .filter(fact -> said.topic(fact.content()).equals(said.topic(counted.content())))
                    .filter(fact -> !said.value(fact.content()).equals(value))
                    .map(fact -> words.say("registry.others", said.source(fact.source()), said.value(fact.content())))
                    .distinct()
                    .collect(java.util.stream.Collectors.joining("；"));
        }
    }

    private static List<Item> reach(List<RecordedFact> now, Beside beside, String base) {
        FactWords said = beside.said();
        Words words = beside.words();
        List<Item> items = new ArrayList<>();
        for (FactKind kind : List.of(FactKind.CONTACT, FactKind.RESIDENCE)) {
            now.stream()
                    .filter(fact -> fact.content().kind() == kind)
                    .sorted(java.util.Comparator.comparing(fact -> said.topic(fact.content())))
                    .forEach(fact -> items.add(item(fact, beside, base)));
        }
        if (now.stream().noneMatch(fact -> fact.content() instanceof FactContent.Contact)) {
            items.addFirst(new Item(words.say("registry.kind.CONTACT"), words.say("registry.contact.none"), "", null));
        }
        return items;
    }

    private static List<Item> know(List<RecordedFact> now, Beside beside, String base) {
        return now.stream()
                .filter(fact -> KNOW.contains(fact.content().kind()))
                .sorted(java.util.Comparator.comparing(fact -> fact.content().kind()))
                .map(fact -> item(fact, beside, base))
                .toList();
    }

    private static Item item(RecordedFact fact, Beside beside, String base) {
        FactWords said = beside.said();
        String others = fact.content().kind() == FactKind.TAG ? "" : beside.note(fact);
        return new Item(
                said.topic(fact.content()),
                said.value(fact.content()),
                said.source(fact.source()) + " · " + said.period(fact.valid())
                        + (others.isEmpty() ? "" : " · " + others),
                base + "/facts/" + fact.id());
    }

    private static List<Group> groups(List<RecordedFact> facts, FactWords said, Words words, String base) {
        List<Group> groups = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            List<Row> rows = facts.stream()
                    .filter(fact -> fact.content().kind() == kind)
                    .sorted(java.util.Comparator.comparing(
                            (RecordedFact fact) -> fact.recorded().to() != null))
                    .map(fact -> row(fact, said, words, base))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(words.say("registry.kind." + kind), rows));
            }
        }
        return groups;
    }

    private static Row row(RecordedFact fact, FactWords said, Words words, String base) {
        return new Row(
                said.topic(fact.content()),
                said.value(fact.content()),
                said.period(fact.valid()),
                said.source(fact.source()),
                Formats.instant(fact.recorded().from()),
                state(fact, words),
                base + "/facts/" + fact.id());
    }

    /** Why a fact does not count, or nothing when it does. */
    static String state(RecordedFact fact, Words words) {
        if (fact.recorded().to() != null) {
            return words.say(
                    "registry.state.corrected", Formats.instant(fact.recorded().to()));
        }
        return fact.counts() ? "" : words.say("registry.state.other");
    }

    private static List<Link> adds(Words words, String base) {
        List<Link> links = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            links.add(new Link(base + "/facts/new?kind=" + kind, words.say("registry.add." + kind)));
        }
        return links;
    }
}
