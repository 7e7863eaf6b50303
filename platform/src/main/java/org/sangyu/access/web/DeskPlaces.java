package org.sangyu.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Finds the place of a desk from a name or an official code as an administrator types it. */
@Component
class DeskPlaces {

    private static final int MOST = 20;

    private final Regions regions;
    private final Clock clock;

    DeskPlaces(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** What a typed place came to. */
    sealed interface Found {

        /** Exactly this one. */
        record One(Place place) implements Found {}

        /** Several of that name: one is to be picked. */
        record Several(List<Option> options) implements Found {}

        /** None, with the sentence for the field. */
        record None(String sentence) implements Found {}
    }

    Found find(AccountForm form, Role role, Words words) {
        List<PlaceLevel> levels = AccountForm.levelsOf(role);
        boolean nation = levels.getFirst() == PlaceLevel.NATION;
        if (nation && (levels.size() == 1 || form.place().isEmpty())) {
            return new Found.One(Place.NATION);
        }
        List<PlaceInfo> fitting = candidates(form.place())
                .filter(place ->
                        place.ended() == null && levels.contains(place.place().level()))
                .toList();
        List<PlaceInfo> picked = fitting.stream()
                .filter(place -> place.place().path().equals(form.chosen()))
                .toList();
        List<PlaceInfo> exact = fitting.stream()
                .filter(place -> place.name().equals(form.place()))
                .toList();
        for (List<PlaceInfo> few : List.of(picked, exact, fitting)) {
            if (few.size() == 1) {
                return new Found.One(few.getFirst().place());
            }
        }
        return fitting.isEmpty()
                ? new Found.None(words.say(
                        "access.place.none",
                        words.say("access.level." + levels.getLast().name())))
                : new Found.Several(options(fitting, form));
    }

    private Stream<PlaceInfo> candidates(String typed) {
        if (typed.isEmpty()) {
            return Stream.empty();
        }
        return typed.matches("[0-9]{2,12}")
                ? regions.findByCode(typed, LocalDate.now(clock)).stream()
                : regions.search(typed, Place.NATION, MOST).stream();
    }

    private List<Option> options(List<PlaceInfo> places, AccountForm form) {
        Map<Place, String> names =
                regions.fullNames(places.stream().map(PlaceInfo::place).toList());
        return places.stream()
                .map(place -> new Option(
                        place.place().path(),
                        names.getOrDefault(place.place(), place.name()),
                        place.place().path().equals(form.chosen())))
                .toList();
    }

    /** The errors of a form and one more, if the place is not one. */
    static FormErrors with(FormErrors errors, Found found, Words words) {
        return switch (found) {
            case Found.One one -> errors;
            case Found.Several several -> errors.and("chosen", words.say("access.place.several"));
            case Found.None none -> errors.and("place", none.sentence());
        };
    }
}
