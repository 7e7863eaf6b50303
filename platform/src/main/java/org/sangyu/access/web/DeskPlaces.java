package org.sangyu.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.AccountKeeping;
import org.sangyu.access.internal.OrganisationEntry;
import org.sangyu.access.internal.Organisations;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Organisation;
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
    private final Organisations organisations;
    private final Clock clock;

    DeskPlaces(Regions regions, Organisations organisations, Clock clock) {
        this.regions = regions;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What a typed place came to. */
    sealed interface Found {

        /** Exactly this one. */
        record One(Place place, @Nullable UUID organisation) implements Found {

            One(Place place) {
                this(place, null);
            }

            AccountKeeping.DeskWanted at(Role role) {
                return new AccountKeeping.DeskWanted(role, place, organisation);
            }
        }

        /** Several of that name: one is to be picked. */
        record Several(List<Option> options) implements Found {}

        /** None, with the sentence for the field. */
        record None(String sentence) implements Found {}
    }

    Found find(AccountForm form, Role role, Words words) {
        Optional<Organisation.Kind> kind = Organisations.kindFor(role);
        return kind.isPresent() ? organisation(form, kind.get(), words) : place(form, role, words);
    }

    /** One organisation of the kind whose name is, or begins with, what was typed. */
    private Found organisation(AccountForm form, Organisation.Kind kind, Words words) {
        List<OrganisationEntry> fitting =
                form.place().isEmpty() ? List.of() : organisations.findOpen(kind, form.place(), MOST);
        List<OrganisationEntry> picked = fitting.stream()
                .filter(one -> one.id().toString().equals(form.chosen()))
                .toList();
        List<OrganisationEntry> exact =
                fitting.stream().filter(one -> one.name().equals(form.place())).toList();
        for (List<OrganisationEntry> few : List.of(picked, exact, fitting)) {
            if (few.size() == 1) {
                return new Found.One(few.getFirst().place(), few.getFirst().id());
            }
        }
        Map<Place, String> names =
                regions.names(fitting.stream().map(OrganisationEntry::place).toList());
        return fitting.isEmpty()
                ? new Found.None(words.say("access.organisation.none." + kind))
                : new Found.Several(fitting.stream()
                        .map(one -> new Option(
                                one.id().toString(),
                                one.name() + " " + names.getOrDefault(one.place(), ""),
                                one.id().toString().equals(form.chosen())))
                        .toList());
    }

    private Found place(AccountForm form, Role role, Words words) {
        List<PlaceLevel> levels = AccountForm.levelsOf(role);
        boolean nation = levels.getFirst() == PlaceLevel.NATION;
        if (nation && (levels.size() == 1 || form.place().isEmpty())) {
            return new Found.One(Place.NATION);
        }
        return place(form.place(), form.chosen(), levels, words);
    }

    /** The place of one of the levels whose name or code was typed. */
    Found place(String typed, String chosen, List<PlaceLevel> levels, Words words) {
        List<PlaceInfo> fitting = candidates(typed)
                .filter(place ->
                        place.ended() == null && levels.contains(place.place().level()))
                .toList();
        List<PlaceInfo> picked = fitting.stream()
                .filter(place -> place.place().path().equals(chosen))
                .toList();
        List<PlaceInfo> exact =
                fitting.stream().filter(place -> place.name().equals(typed)).toList();
        for (List<PlaceInfo> few : List.of(picked, exact, fitting)) {
            if (few.size() == 1) {
                return new Found.One(few.getFirst().place());
            }
        }
        return fitting.isEmpty()
                ? new Found.None(words.say(
                        "access.place.none",
                        words.say("access.level." + levels.getLast().name())))
                : new Found.Several(options(fitting, chosen));
    }

    private Stream<PlaceInfo> candidates(String typed) {
        if (typed.isEmpty()) {
            return Stream.empty();
        }
        return typed.matches("[0-9]{2,12}")
                ? regions.findByCode(typed, LocalDate.now(clock)).stream()
                : regions.search(typed, Place.NATION, MOST).stream();
    }

    private List<Option> options(List<PlaceInfo> places, String chosen) {
        Map<Place, String> names =
                regions.fullNames(places.stream().map(PlaceInfo::place).toList());
        return places.stream()
                .map(place -> new Option(
                        place.place().path(),
                        names.getOrDefault(place.place(), place.name()),
                        place.place().path().equals(chosen)))
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
