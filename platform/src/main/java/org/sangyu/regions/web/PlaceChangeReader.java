package org.sangyu.regions.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceChange.Step;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Component;

/** Reads a typed change of a place. */
@Component
class PlaceChangeReader {

    static final List<String> KINDS = List.of("RENAME", "MERGE", "REPARENT", "SPLIT");

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;

    private final Regions regions;
    private final Clock clock;

    PlaceChangeReader(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param change null while something is wrong
     * @param other the other place, null where none is needed or found
     * @param several fitting places where the name is not clear
     * @param errors what is wrong
     */
    record Read(@Nullable PlaceChange change, @Nullable PlaceInfo other, List<Option> several, FormErrors errors) {

        private static final List<String> FIELDS = List.of("other", "chosen", "names", "name", "code", "day", "basis");

        Read {
            errors = errors.inOrderOf(FIELDS);
        }
    }

    Read read(PlaceInfo place, PlaceChangeForm form, Page page) {
        FormErrors errors = FormErrors.NONE;
        LocalDate day = day(form.day());
        if (day == null) {
            errors = errors.and("day", page.say("regions.change.day.wrong"));
        } else if (day.isAfter(LocalDate.now(clock))) {
            errors = errors.and("day", page.say("regions.change.to-come"));
        }
        if (form.basis().isEmpty()) {
            errors = errors.and("basis", page.say("regions.change.basis.missing"));
        }
        if (!form.code().isEmpty() && !form.code().matches("\\d{2,12}")) {
            errors = errors.and("code", page.say("regions.change.no-code"));
        }
        Typed typed = new Typed(place, form, page, day);
        return switch (form.kind()) {
            case "MERGE", "REPARENT" -> joined(typed, errors);
            case "SPLIT" -> split(typed, errors);
            default -> renamed(typed, errors);
        };
    }

    /** What is read, and for whom. */
    private record Typed(
            PlaceInfo place,
            PlaceChangeForm form,
            Page page,
            @Nullable LocalDate day) {}

    private static Read renamed(Typed typed, FormErrors before) {
        PlaceChangeForm form = typed.form();
        FormErrors errors = form.name().isEmpty() && form.code().isEmpty()
                ? before.and("name", typed.page().say("regions.change.name.or.code"))
                : before;
        return done(typed, named(typed.place(), form), null, errors);
    }

    private Read joined(Typed typed, FormErrors before) {
        PlaceInfo place = typed.place();
        PlaceChangeForm form = typed.form();
        Page page = typed.page();
        boolean merges = form.kind().equals("MERGE");
        PlaceLevel level = PlaceLevel.values()[place.place().level().ordinal() - (merges ? 0 : 1)];
        List<PlaceInfo> fitting = fitting(place, form, level);
        if (fitting.size() != 1) {
            FormErrors errors = fitting.isEmpty()
                    ? before.and(
                            "other", page.say("regions.change.other.none", page.say("regions.level." + level.name())))
                    : before.and("chosen", page.say("regions.change.other.several"));
            return new Read(null, null, options(fitting, form), errors);
        }
        PlaceInfo other = fitting.getFirst();
        List<Step> steps = new ArrayList<>();
        if (merges) {
            steps.add(new PlaceChange.Merge(place.id(), other.id()));
            steps.addAll(named(other, form));
        } else {
            steps.add(new PlaceChange.Reparent(place.id(), other.id()));
            steps.addAll(named(place, form));
        }
        return done(typed, steps, other, before);
    }

    private Read split(Typed typed, FormErrors before) {
        PlaceInfo place = typed.place();
        PlaceChangeForm form = typed.form();
        List<String> names = form.names()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        FormErrors errors = before;
        if (names.isEmpty() || names.size() > MOST || names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            errors = errors.and("names", typed.page().say("regions.change.names.wrong", MOST, LONGEST_NAME));
        }
        PlaceLevel above = PlaceLevel.values()[place.place().level().ordinal() - 1];
        long parent = regions.find(place.place().at(above)).orElseThrow().id();
        List<Step> steps = new ArrayList<>();
        names.forEach(name -> steps.add(new PlaceChange.Create(parent, name)));
        if (form.ends().equals("true")) {
            steps.add(new PlaceChange.Close(place.id()));
        }
        return done(typed, steps, null, errors);
    }

    private static List<Step> named(PlaceInfo place, PlaceChangeForm form) {
        List<Step> steps = new ArrayList<>();
        if (!form.name().isEmpty()) {
            steps.add(new PlaceChange.Rename(place.id(), form.name()));
        }
        if (!form.code().isEmpty()) {
            steps.add(new PlaceChange.Recode(place.id(), CodeSystem.CIVIL_AFFAIRS, form.code()));
        }
        return steps;
    }

    private static Read done(Typed typed, List<Step> steps, @Nullable PlaceInfo other, FormErrors errors) {
        LocalDate day = typed.day();
        return day == null || !errors.isEmpty()
                ? new Read(null, other, List.of(), errors)
                : new Read(new PlaceChange(day, typed.form().basis(), steps), other, List.of(), errors);
    }

    /** Places of that level by code, path picked or beginning of the name: those in the same city first. */
    private List<PlaceInfo> fitting(PlaceInfo place, PlaceChangeForm form, PlaceLevel level) {
        List<PlaceInfo> fitting = candidates(form.other(), near(place))
                .filter(info -> info.ended() == null && info.place().level() == level && info.id() != place.id())
                .toList();
        List<PlaceInfo> picked = fitting.stream()
                .filter(info -> info.place().path().equals(form.chosen()))
                .toList();
        List<PlaceInfo> exact = fitting.stream()
                .filter(info -> info.name().equals(form.other()))
                .toList();
        return picked.size() == 1 ? picked : exact.size() == 1 ? exact : fitting;
    }

    private static Place near(PlaceInfo place) {
        PlaceLevel level = place.place().level();
        return level.compareTo(PlaceLevel.CITY) <= 0
                ? Place.NATION
                : place.place().at(PlaceLevel.CITY);
    }

    private Stream<PlaceInfo> candidates(String typed, Place near) {
        if (typed.isEmpty()) {
            return Stream.empty();
        }
        if (typed.matches("\\d{2,12}")) {
            return regions.findByCode(typed, LocalDate.now(clock)).stream();
        }
        List<PlaceInfo> found = regions.search(typed, near, MOST);
        return (found.isEmpty() ? regions.search(typed, Place.NATION, MOST) : found).stream();
    }

    private List<Option> options(List<PlaceInfo> places, PlaceChangeForm form) {
        Map<Place, String> names =
                regions.fullNames(places.stream().map(PlaceInfo::place).toList());
        return places.stream()
                .map(info -> new Option(
                        info.place().path(),
                        names.getOrDefault(info.place(), info.name()),
                        info.place().path().equals(form.chosen())))
                .toList();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
