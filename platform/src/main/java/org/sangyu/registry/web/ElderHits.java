package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.SearchSource;
import org.sangyu.ui.Formats;
import org.springframework.stereotype.Component;

/** Elders in the one search box. */
@Component
class ElderHits implements SearchSource {

    private final Registry registry;
    private final PlaceTexts places;

    ElderHits(Registry registry, PlaceTexts places) {
        this.registry = registry;
        this.places = places;
    }

    @Override
    public List<SearchHit> search(Scope scope, String text, int limit) {
        if (!CurrentDesk.get().role().seesPeople()) {
            return List.of();
        }
        List<ElderSummary> people = registry.search(scope, text, limit).rows();
        Set<Place> named = new HashSet<>();
        people.forEach(person -> named.add(person.place()));
        Map<Place, String> texts = people.isEmpty() ? Map.of() : places.of(named);
        return people.stream().map(person -> hit(person, texts)).toList();
    }

    private static SearchHit hit(ElderSummary person, Map<Place, String> texts) {
        List<String> detail = new ArrayList<>();
        detail.add(Formats.date(person.born()));
        detail.add(texts.getOrDefault(person.place(), ""));
        detail.add(person.maskedId() == null ? "" : person.maskedId());
        detail.add(person.died() == null ? "" : "† " + Formats.date(person.died()));
        detail.removeIf(String::isEmpty);
        return new SearchHit("registry.hit.elder", person.name(), String.join(" · ", detail), "/elders/" + person.id());
    }
}
