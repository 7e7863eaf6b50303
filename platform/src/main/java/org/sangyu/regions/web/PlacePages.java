package org.sangyu.regions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.PlaceCounts;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Places of the nation: public data, so every desk may look at all of them. */
@Controller
class PlacePages {

    private static final int ROWS = 100;
    private static final int HITS = 50;
    private static final int LONGEST = 60;

    private final Regions regions;

    PlacePages(Regions regions) {
        this.regions = regions;
    }

    /** Begins at the desk's own place, or shows what a search finds. */
    @GetMapping("/places")
    String start(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String q, Model model) {
        if (q.isBlank()) {
            Place own = CurrentDesk.get().place();
            return "redirect:"
                    + href(regions.find(own)
                            .or(() -> regions.find(Place.NATION))
                            .orElseThrow(PlacePages::notFound));
        }
        String text = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        List<PlaceInfo> found = found(text);
        Map<Place, String> names =
                regions.fullNames(found.stream().map(PlaceInfo::place).toList());
        model.addAttribute("q", text);
        model.addAttribute("more", found.size() > HITS);
        model.addAttribute(
                "hits",
                found.stream()
                        .limit(HITS)
                        .map(hit -> new PlaceView.Hit(
                                href(hit), hit.name(), level(hit, page), names.getOrDefault(hit.place(), "")))
                        .toList());
        return "regions/web/found";
    }

    /** The desk's own places first, then the rest of the nation. */
    private List<PlaceInfo> found(String text) {
        Place own = CurrentDesk.get().place();
        List<PlaceInfo> found = new ArrayList<>(regions.search(text, own, HITS + 1));
        if (found.size() <= HITS && !own.equals(Place.NATION)) {
            regions.search(text, Place.NATION, HITS + 1).stream()
                    .filter(hit -> !own.contains(hit.place()))
                    .forEach(found::add);
        }
        return found;
    }

    @GetMapping("/places/{id}")
    String one(
            @PathVariable long id,
            @ModelAttribute("page") Page page,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            Model model) {
        return show(regions.find(id).orElseThrow(PlacePages::notFound), page, number, model);
    }

    private String show(PlaceInfo place, Page page, PageNumber number, Model model) {
        ListPage<PlaceInfo> below =
                ListPage.read(number, ROWS, (offset, limit) -> regions.children(place.place(), offset, limit));
        List<PlaceInfo> rows = below.rows();
        Map<Place, PlaceCounts> counts =
                regions.counts(rows.stream().map(PlaceInfo::place).toList());
        Pager pager = below.number() == 1 && !below.more()
                ? null
                : below.pager(page, page.say("regions.page", below.number()));
        model.addAttribute(
                "place",
                new PlaceView(
                        place.name(),
                        level(place, page),
                        Formats.date(place.ended()),
                        crumbs(place),
                        figures(place, page),
                        codes(place, page),
                        history(place, page),
                        rows.stream()
                                .map(child -> child(child, counts.getOrDefault(child.place(), PlaceCounts.NONE)))
                                .toList(),
                        change(place),
                        pager));
        return "regions/web/place";
    }

    private static String change(PlaceInfo place) {
        boolean may = CurrentDesk.get().role() == Role.ADMINISTRATOR
                && place.ended() == null
                && place.place().level() != PlaceLevel.NATION;
        return may ? href(place) + "/change" : "";
    }

    private List<PlaceView.Link> crumbs(PlaceInfo place) {
        List<PlaceView.Link> crumbs = new ArrayList<>();
        for (PlaceLevel level : PlaceLevel.values()) {
            if (level.compareTo(place.place().level()) < 0) {
                regions.find(place.place().at(level))
                        .ifPresent(above -> crumbs.add(new PlaceView.Link(href(above), above.name())));
            }
        }
        return crumbs;
    }

    private List<PlaceView.Figure> figures(PlaceInfo place, Page page) {
        PlaceCounts counts = regions.counts(List.of(place.place())).getOrDefault(place.place(), PlaceCounts.NONE);
        List<PlaceView.Figure> figures = new ArrayList<>();
        add(figures, counts.counties(), page.say("regions.counties"));
        add(figures, counts.townships(), page.say("regions.townships"));
        add(figures, counts.villages(), page.say("regions.villages"));
        return figures;
    }

    private static void add(List<PlaceView.Figure> figures, int number, String label) {
        if (number > 0) {
            figures.add(new PlaceView.Figure(Formats.count(number), label));
        }
    }

    private List<PlaceView.Code> codes(PlaceInfo place, Page page) {
        return regions.codes(place.id()).stream()
                .map(code -> new PlaceView.Code(
                        page.say("regions.system." + code.system().name()),
                        code.code(),
                        days(code.from(), code.to(), page)))
                .toList();
    }

    private List<PlaceView.Former> history(PlaceInfo place, Page page) {
        var history = regions.history(place.id());
        if (history.size() < 2) {
            return List.of();
        }
        return history.stream()
                .map(former ->
                        new PlaceView.Former(regions.fullName(former.place()), days(former.from(), former.to(), page)))
                .toList();
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to, Page page) {
        if (from == null && to == null) {
            return page.say("regions.days.always");
        }
        if (to == null) {
            return page.say("regions.days.since", Formats.date(from));
        }
        return from == null
                ? page.say("regions.days.until", Formats.lastDay(to))
                : page.say("regions.days.between", Formats.date(from), Formats.lastDay(to));
    }

    private static PlaceView.Child child(PlaceInfo place, PlaceCounts counts) {
        return new PlaceView.Child(
                href(place),
                place.name(),
                count(counts.counties()),
                count(counts.townships()),
                count(counts.villages()));
    }

    private static String count(int number) {
        return number == 0 ? "" : Formats.count(number);
    }

    private static String href(PlaceInfo place) {
        return "/places/" + place.id();
    }

    private static String level(PlaceInfo place, Page page) {
        return page.say("regions.level." + place.place().level().name());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
