package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.internal.unclaimed.FindUnclaimed;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults.Counts;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults.Result;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entitled but not receiving (应享未享), counted by benefit and by place; every number opens down to its people. */
@Controller
class UnclaimedPages {

    private final UnclaimedResults results;
    private final FindUnclaimed find;
    private final Shown shown;

    UnclaimedPages(UnclaimedResults results, FindUnclaimed find, Shown shown) {
        this.results = results;
        this.find = find;
        this.shown = shown;
    }

    @GetMapping("/enrolments/unclaimed")
    String overview(UnclaimedQuery query, @ModelAttribute("page") Page page, Model model) {
        Desk desk = CurrentDesk.get();
        List<Result> found = results.results(desk.scope(), query.monthWanted());
        Place place = query.placeInside(desk);
        Place here = place == null ? desk.place() : place;
        Scope scope = desk.scope().within(here);
        List<UUID> runs = found.stream().map(Result::id).toList();
        List<Counts> benefits = results.byBenefit(scope, runs);
        model.addAttribute(
                "view",
                new UnclaimedView.Overview(
                        sub(here, found, page),
                        !found.isEmpty(),
                        FindUnclaimed.mayStart(desk),
                        FindUnclaimed.mayDeclare(desk),
                        figures(benefits, query, page),
                        benefits.stream().map(row -> benefit(row, query, page)).toList(),
                        chips(benefits, query, page),
                        places(new Here(here, scope, runs), query, page),
                        page.say("unclaimed.place." + below(here)),
                        crumbs(desk, here, page),
                        months(desk, query)));
        return "benefits/web/unclaimed";
    }

    @PostMapping("/enrolments/unclaimed/compare")
    String compare() {
        return find.run()
                .map(job -> "redirect:/jobs/" + job)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/enrolments/unclaimed/nobody")
    String nobody(
            @RequestParam(defaultValue = "") String benefit,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        Desk desk = CurrentDesk.get();
        List<UUID> runs =
                results.results(desk.scope(), null).stream().map(Result::id).toList();
        if (!results.unknown(desk.scope(), runs).contains(benefit) || !find.nobodyBefore(benefit)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute(
                "notice", Notice.done(page.say("unclaimed.nobody.done", shown.benefit(benefit, page.words()))));
        return "redirect:/enrolments/unclaimed";
    }

    private String sub(Place here, List<Result> found, Page page) {
        String place = shown.placeName(here, page.words().language());
        if (found.isEmpty()) {
            return place + " · " + page.say("unclaimed.never");
        }
        Result first = found.getFirst();
        return place + " · "
                + (found.size() == 1
                        ? page.say(
                                "unclaimed.compared",
                                first.month().toString(),
                                Formats.instant(first.finished()),
                                first.by())
                        : page.say("unclaimed.compared.counties", found.size()));
    }

    private List<UnclaimedView.Figure> figures(List<Counts> benefits, UnclaimedQuery query, Page page) {
        List<Counts> known = benefits.stream().filter(Counts::known).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        return List.of(
                figure(
                        known.stream().mapToLong(Counts::unclaimed).sum(),
                        "unclaimed",
                        people("UNCLAIMED", query, Map.of()),
                        page),
                figure(
                        known.stream().mapToLong(Counts::missing).sum(),
                        "missing",
                        people("MISSING", query, Map.of()),
                        page),
                figure(known.stream().mapToLong(Counts::underWay).sum(), "underway", "", page),
                figure(known.stream().mapToLong(Counts::receiving).sum(), "receiving", "", page));
    }

    private static UnclaimedView.Figure figure(long number, String word, String href, Page page) {
        return new UnclaimedView.Figure(Formats.count(number), page.say("unclaimed." + word), number == 0 ? "" : href);
    }

    private UnclaimedView.Row benefit(Counts row, UnclaimedQuery query, Page page) {
        return row(
                row,
                new Named(
                        shown.benefit(row.key(), page.words()),
                        "/policies/" + row.key(),
                        row.mirrored() ? page.say("unclaimed.mirrored") : "",
                        Map.of("benefit", row.key())),
                query);
    }

    /** The place looked at, what of it this desk sees, and the results. */
    private record Here(Place place, Scope scope, List<UUID> runs) {}

    /** What a row is called and opens. */
    private record Named(String name, String href, String note, Map<String, String> narrowed) {}

    private List<UnclaimedView.Row> places(Here looked, UnclaimedQuery query, Page page) {
        Place here = looked.place();
        Scope scope = looked.scope();
        if (here.level() == PlaceLevel.VILLAGE) {
            return List.of();
        }
        List<Counts> rows = results.byPlace(
                scope, looked.runs(), query.benefitWanted(), below(here).pathLength());
        Map<String, String> names = shown.names(
                        List.of(),
                        rows.stream().map(row -> new Place(row.key())).toList(),
                        scope,
                        page.words().language())
                .places();
        List<UnclaimedView.Row> shownRows = new ArrayList<>();
        for (Counts row : rows) {
            Place place = new Place(row.key());
            boolean opens = place.level() != PlaceLevel.VILLAGE && !place.equals(here);
            shownRows.add(row(
                    row,
                    new Named(
                            place.equals(here)
                                    ? page.say("unclaimed.place.unknown", names.getOrDefault(row.key(), ""))
                                    : names.getOrDefault(row.key(), "—"),
                            opens ? page.filtered("place", row.key()) : "",
                            "",
                            Map.of("place", row.key())),
                    query));
        }
        return shownRows;
    }

    private static PlaceLevel below(Place here) {
        PlaceLevel[] levels = PlaceLevel.values();
        return levels[Math.min(here.level().ordinal() + 1, levels.length - 1)];
    }

    private static UnclaimedView.Row row(Counts row, Named named, UnclaimedQuery query) {
        return new UnclaimedView.Row(
                row.key(),
                named.name(),
                named.href(),
                row.known(),
                named.note(),
                Formats.count(row.entitled()),
                Formats.count(row.receiving()),
                Formats.count(row.underWay()),
                linked(row.unclaimed(), people("UNCLAIMED", query, named.narrowed())),
                linked(row.missing(), people("MISSING", query, named.narrowed())));
    }

    private static UnclaimedView.Linked linked(long number, String href) {
        return new UnclaimedView.Linked(Formats.count(number), number == 0 ? "" : href);
    }

    /** The people behind a number: everybody of it, whatever came of asking. */
    private static String people(String kind, UnclaimedQuery query, Map<String, String> narrowed) {
        return new UnclaimedQuery(
                        kind,
                        "ALL",
                        narrowed.getOrDefault("benefit", query.benefit()),
                        narrowed.getOrDefault("place", query.place()),
                        query.month(),
                        null,
                        null)
                .href();
    }

    private List<Chip> chips(List<Counts> benefits, UnclaimedQuery query, Page page) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                page.say("benefits.all.benefits"), "", page.filtered("benefit", null), query.benefitWanted() == null));
        for (Counts one : benefits) {
            if (one.known()) {
                chips.add(new Chip(
                        shown.benefit(one.key(), page.words()),
                        Formats.count(one.unclaimed()),
                        page.filtered("benefit", one.key()),
                        one.key().equals(query.benefit())));
            }
        }
        return chips.size() < 3 ? List.of() : chips;
    }

    private List<UnclaimedView.Crumb> crumbs(Desk desk, Place here, Page page) {
        List<UnclaimedView.Crumb> crumbs = new ArrayList<>();
        for (PlaceLevel level : PlaceLevel.values()) {
            if (level.compareTo(desk.place().level()) >= 0 && level.compareTo(here.level()) < 0) {
                Place above = here.at(level);
                crumbs.add(new UnclaimedView.Crumb(
                        shown.placeName(above, page.words().language()),
                        page.filtered("place", above.equals(desk.place()) ? null : above.path())));
            }
        }
        return crumbs;
    }

    private List<Option> months(Desk desk, UnclaimedQuery query) {
        List<Option> months = new ArrayList<>();
        results.months(desk.scope())
                .forEach(month ->
                        months.add(new Option(month.toString(), month.toString(), month.equals(query.monthWanted()))));
        return months.size() < 2 ? List.of() : months;
    }

    /** The month behind a filter, for the list of people. */
    static List<UUID> runs(UnclaimedResults results, Scope scope, UnclaimedQuery query) {
        return results.results(scope, query.monthWanted()).stream()
                .map(Result::id)
                .toList();
    }
}
