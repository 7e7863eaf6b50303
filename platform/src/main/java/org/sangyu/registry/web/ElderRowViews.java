package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sangyu.registry.ElderSummary;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts people into rows of a list, on screen as in an exported file; all names of places in one look-up. */
@Component
class ElderRowViews {

    private final PlaceTexts places;
    private final Clock clock;

    ElderRowViews(PlaceTexts places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    List<ElderRowView> of(List<ElderSummary> people, Words words) {
        Set<Place> named = new HashSet<>();
        for (ElderSummary person : people) {
            named.add(person.place());
            if (person.isLivingApart() && person.resides() != null) {
                named.add(person.resides());
            }
        }
        Map<Place, String> texts = places.of(named);
        LocalDate today = LocalDate.now(clock);
        return people.stream().map(person -> row(person, texts, words, today)).toList();
    }

    private static ElderRowView row(ElderSummary person, Map<Place, String> texts, Words words, LocalDate today) {
        FactWords facts = new FactWords(words, Map.of());
        Place resides = person.resides();
        return new ElderRowView(
                person.id().toString(),
                "/elders/" + person.id(),
                person.name(),
                person.sex() == null ? "" : words.say("registry.sex." + person.sex()),
                Ages.of(person.born(), person.died(), today),
                Formats.date(person.born()),
                texts.getOrDefault(person.place(), ""),
                person.isLivingApart() && resides != null && !resides.equals(person.place())
                        ? texts.getOrDefault(resides, "")
                        : "",
                person.maskedId() == null ? "" : person.maskedId(),
                person.maskedPhone() == null ? "" : person.maskedPhone(),
                String.join(
                        words.say("registry.comma"),
                        person.tags().stream()
                                .map(tag -> facts.tag(tag, Map.of()))
                                .toList()),
                Formats.date(person.died()));
    }
}
