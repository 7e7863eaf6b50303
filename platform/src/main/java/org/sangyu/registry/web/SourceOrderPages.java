package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.SourceOrders;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which source counts where two disagree: the county's chief orders them, everybody may read the order. */
@Controller
class SourceOrderPages {

    private final SourceOrders orders;
    private final PlaceTexts places;

    SourceOrderPages(SourceOrders orders, PlaceTexts places) {
        this.orders = orders;
        this.places = places;
    }

    @GetMapping("/elders/sources")
    String show(@RequestParam(defaultValue = "") String kind, @ModelAttribute("page") Page page, Model model) {
        FactKind of = kindOf(kind);
        return show(of, rows(orders.of(county(), of), page), "", page, model);
    }

    /** A number for each source, or {@code reset} to go back to the installation's order. */
    @PostMapping("/elders/sources")
    String put(
            @RequestParam Map<String, String> sent,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        FactKind kind = kindOf(sent.getOrDefault("kind", ""));
        if (sent.containsKey("reset")) {
            return done(orders.put(kind, List.of()), kind, page, next);
        }
        List<FactSourceCode> current = orders.of(county(), kind);
        List<Numbered> numbered = new ArrayList<>();
        for (FactSourceCode source : current) {
            Integer number = number(sent.get(source.name()));
            if (number == null) {
                return show(kind, typed(current, sent, page), page.say("registry.order.number"), page, model);
            }
            numbered.add(new Numbered(source, number));
        }
        return done(
                orders.put(
                        kind,
                        numbered.stream()
                                .sorted(Comparator.comparingInt(Numbered::number))
                                .map(Numbered::source)
                                .toList()),
                kind,
                page,
                next);
    }

    private record Numbered(FactSourceCode source, int number) {}

    private static String done(Optional<UUID> job, FactKind kind, Page page, RedirectAttributes next) {
        if (job.isPresent()) {
            return "redirect:/jobs/" + job.get();
        }
        next.addFlashAttribute("notice", Notice.done(page.say("registry.order.same")));
        return "redirect:/elders/sources?kind=" + kind;
    }

    private String show(FactKind kind, List<SourceOrderView.Row> rows, String error, Page page, Model model) {
        Desk desk = CurrentDesk.get();
        Place county = county();
        model.addAttribute(
                "order",
                new SourceOrderView(
                        places.full(county),
                        kind.name(),
                        Arrays.stream(FactKind.values())
                                .map(one -> new Chip(
                                        page.say("registry.kind." + one),
                                        "",
                                        "/elders/sources?kind=" + one,
                                        one == kind))
                                .toList(),
                        orders.isOwn(county, kind),
                        desk.role() == Role.COUNTY_CHIEF,
                        rows,
                        error));
        return "registry/web/sources";
    }

    private static List<SourceOrderView.Row> rows(List<FactSourceCode> sources, Page page) {
        List<SourceOrderView.Row> rows = new ArrayList<>();
        for (FactSourceCode source : sources) {
            rows.add(row(source, String.valueOf(rows.size() + 1), page));
        }
        return rows;
    }

    private static List<SourceOrderView.Row> typed(List<FactSourceCode> sources, Map<String, String> sent, Page page) {
        return sources.stream()
                .map(source -> row(source, sent.getOrDefault(source.name(), ""), page))
                .toList();
    }

    private static SourceOrderView.Row row(FactSourceCode source, String number, Page page) {
        return new SourceOrderView.Row(source.name(), page.say("registry.source." + source), number);
    }

    private static @Nullable Integer number(@Nullable String typed) {
        String digits = typed == null ? "" : typed.strip();
        return digits.matches("[1-9][0-9]?") ? Integer.valueOf(digits) : null;
    }

    private static FactKind kindOf(String typed) {
        return Arrays.stream(FactKind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElse(FactKind.IDENTITY);
    }

    /** The desk's county; a desk above counties reads the installation's order. */
    private static Place county() {
        Place place = CurrentDesk.get().place();
        return place.level().compareTo(PlaceLevel.COUNTY) < 0 ? place : place.at(PlaceLevel.COUNTY);
    }
}
