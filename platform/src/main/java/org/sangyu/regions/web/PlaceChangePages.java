package org.sangyu.regions.web;

import java.util.List;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceChanges;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.regions.web.PlaceChangeReader.Read;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** An administrator merges, moves, splits or renames a place: first the question with what follows, then the work. */
@Controller
class PlaceChangePages {

    private final Regions regions;
    private final PlaceChanges changes;
    private final PlaceChangeReader reader;

    PlaceChangePages(Regions regions, PlaceChanges changes, PlaceChangeReader reader) {
        this.regions = regions;
        this.changes = changes;
        this.reader = reader;
    }

    /** The form; once it was sent in full also the question. Nothing changes here, so the address may be kept. */
    @GetMapping("/places/{id}/change")
    String ask(
            @PathVariable long id,
            @ModelAttribute PlaceChangeForm form,
            @ModelAttribute("page") Page page,
            Model model) {
        PlaceInfo place = place(id);
        return show(place, form, page, model);
    }

    /** Starts the work. */
    @PostMapping("/places/{id}/change")
    String start(
            @PathVariable long id,
            @ModelAttribute PlaceChangeForm form,
            @ModelAttribute("page") Page page,
            Model model) {
        PlaceInfo place = place(id);
        PlaceChange change = reader.read(place, form, page).change();
        if (change == null) {
            return show(place, form, page, model);
        }
        return switch (changes.start(change)) {
            case PlaceChanges.Started started -> "redirect:/jobs/" + started.job();
            case PlaceChanges.Refused refused -> show(place, form, page, model);
        };
    }

    private String show(PlaceInfo place, PlaceChangeForm form, Page page, Model model) {
        Read read = form.isSent() ? reader.read(place, form, page) : new Read(null, null, List.of(), FormErrors.NONE);
        PlaceChange change = read.change();
        FormErrors errors = read.errors();
        if (change != null) {
            for (PlaceChanges.Problem problem : changes.problems(change)) {
                errors = errors.and("kind", page.say(problem.wordKey()));
            }
        }
        boolean asks = change != null && errors.isEmpty();
        model.addAttribute(
                "change",
                new PlaceChangeView(
                        "/places/" + place.id(),
                        place.name(),
                        regions.fullName(place.place()),
                        kinds(place, form, page),
                        place.place().level() == PlaceLevel.VILLAGE,
                        form,
                        read.several(),
                        errors,
                        asks ? question(place, read, form, page) : "",
                        asks ? touched(place, form, page) : List.of()));
        return "regions/web/change";
    }

    private static List<Chip> kinds(PlaceInfo place, PlaceChangeForm form, Page page) {
        return PlaceChangeReader.KINDS.stream()
                .map(kind -> new Chip(
                        page.say("regions.change.kind." + kind),
                        "",
                        "/places/" + place.id() + "/change?kind=" + kind,
                        kind.equals(form.kind())))
                .toList();
    }

    private String question(PlaceInfo place, Read read, PlaceChangeForm form, Page page) {
        PlaceInfo other = read.other();
        String to = other == null ? "" : regions.fullName(other.place());
        String day = form.day();
        String name = regions.fullName(place.place());
        return switch (form.kind()) {
            case "MERGE" -> page.say("regions.change.ask.MERGE", day, name, to);
            case "REPARENT" -> page.say("regions.change.ask.REPARENT", day, name, to);
            case "SPLIT" ->
                page.say(
                        form.ends().equals("true") ? "regions.change.ask.SPLIT.ends" : "regions.change.ask.SPLIT",
                        day,
                        name,
                        String.join(
                                page.say("regions.change.comma"),
                                form.names().lines().map(String::strip).toList()));
            default ->
                page.say("regions.change.ask.RENAME", day, name, form.name().isEmpty() ? form.code() : form.name());
        };
    }

    private List<String> touched(PlaceInfo place, PlaceChangeForm form, Page page) {
        boolean moves = form.kind().equals("MERGE")
                || form.kind().equals("REPARENT")
                || form.ends().equals("true");
        return moves
                ? changes.touched(place.place()).stream()
                        .map(touched -> page.say(touched.wordKey(), Formats.count(touched.count())))
                        .toList()
                : List.of();
    }

    private PlaceInfo place(long id) {
        if (CurrentDesk.get().role() != Role.ADMINISTRATOR) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return regions.find(id)
                .filter(place -> place.ended() == null && place.place().level() != PlaceLevel.NATION)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
