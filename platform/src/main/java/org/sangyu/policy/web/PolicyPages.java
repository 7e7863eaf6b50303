package org.sangyu.policy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.Decisions;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.Sentences;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What each region's documents give: benefit, value over time, clause. Public, so every desk may look at all regions. */
@Controller
class PolicyPages {

    private final PackShelf shelf;
    private final Decisions decisions;
    private final RegionCodes codes;
    private final Regions regions;
    private final Clock clock;

    PolicyPages(PackShelf shelf, Decisions decisions, RegionCodes codes, Regions regions, Clock clock) {
        this.shelf = shelf;
        this.decisions = decisions;
        this.codes = codes;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/policies")
    String list(@ModelAttribute("page") Page page, @RequestParam(required = false) @Nullable Long region, Model model) {
        Place place = place(region);
        PackSet packs = shelf.packs();
        LocalDate today = LocalDate.now(clock);
        BenefitViews views = views(packs, place, page);
        String query = region == null ? "" : "?region=" + region;
        model.addAttribute("region", regions.fullName(place));
        model.addAttribute("choices", choices(packs, place, page));
        model.addAttribute("simulates", Simulations.maySimulate(CurrentDesk.get()));
        model.addAttribute(
                "benefits",
                decisions.benefits(place, today).stream()
                        .map(benefit -> views.row(benefit, query, today))
                        .toList());
        return "policy/web/policies";
    }

    @GetMapping("/policies/{benefit}")
    String benefit(
            @PathVariable String benefit,
            @ModelAttribute("page") Page page,
            @RequestParam(required = false) @Nullable Long region,
            Model model) {
        Place place = place(region);
        LocalDate today = LocalDate.now(clock);
        BenefitInfo found = decisions.benefits(place, today).stream()
                .filter(one -> one.id().equals(benefit))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String form = form(place);
        model.addAttribute("enter", form.isEmpty() ? "" : form + "kind=AMOUNT&subject=" + benefit);
        model.addAttribute("confirm", form.isEmpty() ? "" : form + "kind=CONFLICT&subject=");
        model.addAttribute("back", region == null ? "/policies" : "/policies?region=" + region);
        model.addAttribute("benefit", views(shelf.packs(), place, page).benefit(found, regions.fullName(place)));
        return "policy/web/benefit";
    }

    /** Where a value of one's own is entered for the place, up to its query; empty where this desk may not. */
    private String form(Place place) {
        Desk desk = CurrentDesk.get();
        if (desk.role() == Role.ADMINISTRATOR && place.level() != PlaceLevel.NATION) {
            return regions.find(place)
                    .map(found -> "/policies/own/new?region=" + found.id() + "&")
                    .orElse("");
        }
        Place own = county(desk.place());
        boolean mine = own.equals(place) || codes.of(own).isWithin(codes.of(place));
        return mine && OwnValues.mayPropose(desk, own) ? "/policies/own/new?" : "";
    }

    private BenefitViews views(PackSet packs, Place place, Page page) {
        RegionCode region = codes.of(place);
        return new BenefitViews(packs, region, new Sentences(packs, packs.settings(region), codes), page);
    }

    /** The region asked for, else the desk's own county, city or province. */
    private Place place(@Nullable Long region) {
        if (region != null) {
            return county(regions.find(region)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                    .place());
        }
        return county(CurrentDesk.get().place());
    }

    private static Place county(Place place) {
        return place.level().compareTo(PlaceLevel.COUNTY) > 0 ? place.at(PlaceLevel.COUNTY) : place;
    }

    /** Regions with documents of their own, also those that have only a draft, and the desk's own place. */
    private List<Chip> choices(PackSet packs, Place chosen, Page page) {
        List<Chip> choices = new ArrayList<>();
        Place own = county(CurrentDesk.get().place());
        choices.add(new Chip(regions.fullName(own), "", "/policies", own.equals(chosen)));
        Set<String> named = new HashSet<>();
        for (Pack pack : packs.packs()) {
            if (pack.installation() || !named.add(pack.region())) {
                continue;
            }
            PlaceInfo place = pack.region().isEmpty()
                    ? regions.find(Place.NATION).orElse(null)
                    : codes.find(pack.region()).orElse(null);
            if (place != null && !place.place().equals(own)) {
                choices.add(new Chip(
                        pack.name().in(page.words().language().code()),
                        "",
                        "/policies?region=" + place.id(),
                        place.place().equals(chosen)));
            }
        }
        return choices;
    }
}
