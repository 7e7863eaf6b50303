package org.sangyu.policy.web.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.simulation.Simulation;
import org.sangyu.policy.internal.simulation.SimulationFigures;
import org.sangyu.policy.internal.simulation.SimulationFigures.Changed;
import org.sangyu.policy.internal.simulation.SimulationFigures.Side;
import org.sangyu.policy.internal.simulation.Simulations;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderCards;
import org.sangyu.shared.Money;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a simulation: the answer, chart and table, the people who gain or lose, and a workbook. */
@Controller
class SimulationResultPages {

    private static final int PAGE = 40;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Simulations simulations;
    private final SimulationFigures figures;
    private final SimulationViews views;
    private final SimulationBook book;
    private final ObjectProvider<ElderCards> cards;
    private final Regions regions;

    SimulationResultPages(
            Simulations simulations,
            SimulationFigures figures,
            SimulationViews views,
            SimulationBook book,
            ObjectProvider<ElderCards> cards,
            Regions regions) {
        this.simulations = simulations;
        this.figures = figures;
        this.views = views;
        this.book = book;
        this.cards = cards;
        this.regions = regions;
    }

    @GetMapping("/policies/simulations/{id}")
    String result(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String benefit,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", views.result(find(id), by, benefit, page));
        return "policy/web/simulation";
    }

    @GetMapping("/policies/simulations/{id}/people")
    String people(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String benefit,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Simulation simulation = find(id);
        model.addAttribute(
                "view",
                people(simulation, new Wanted("LOSE".equals(side) ? Side.LOSE : Side.GAIN, benefit, number), page));
        return "policy/web/simulation_people";
    }

    @GetMapping("/policies/simulations/{id}/book.xlsx")
    ResponseEntity<byte[]> book(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Simulation simulation = find(id);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(simulation.name() + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(XLSX))
                .body(book.of(simulation, page));
    }

    @PostMapping("/policies/simulations/{id}/share")
    String share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") String shared,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        boolean wanted = "true".equals(shared);
        if (!simulations.share(find(id).id(), wanted)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute(
                "notice", Notice.done(page.say(wanted ? "simulation.shared.done" : "simulation.unshared.done")));
        return "redirect:/policies/simulations/" + id;
    }

    @PostMapping("/policies/simulations/{id}/remove")
    String remove(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes flash) {
        Simulation simulation = find(id);
        if (!simulations.remove(simulation.id())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("notice", Notice.done(page.say("simulation.removed", simulation.name())));
        return "redirect:/policies/simulations";
    }

    private Simulation find(UUID id) {
        Desk desk = CurrentDesk.get();
        return simulations.find(id, desk.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Which page of which list. */
    private record Wanted(Side side, @Nullable String benefit, PageNumber number) {}

    private SimulationView.People people(Simulation simulation, Wanted wanted, Page page) {
        Side side = wanted.side();
        Desk desk = CurrentDesk.get();
        Map<String, Long> counts = figures.countByBenefit(simulation.id(), desk.scope(), side);
        String benefit = counts.keySet().stream()
                .filter(key -> key.equals(wanted.benefit()))
                .findFirst()
                .orElse(null);
        SimulationFigures.Asked asked = new SimulationFigures.Asked(simulation.id(), side, benefit);
        ListPage<Changed> found = ListPage.read(
                wanted.number(), PAGE, (offset, limit) -> figures.people(asked, desk.scope(), offset, limit));
        List<Changed> rows = found.rows();
        Map<org.sangyu.shared.Place, String> places =
                regions.names(rows.stream().map(Changed::place).toList());
        return new SimulationView.People(
                page.say("simulation.people." + side),
                "/policies/simulations/" + simulation.id(),
                simulation.name(),
                sides(simulation, side, page),
                benefits(counts, benefit, page),
                rows.stream()
                        .map(row -> person(row, places.getOrDefault(row.place(), ""), desk, page))
                        .toList(),
                found.pager(page, page.say("simulation.page", found.number())),
                page.say("simulation.people.empty." + side));
    }

    private static List<Chip> sides(Simulation simulation, Side chosen, Page page) {
        String base = "/policies/simulations/" + simulation.id() + "/people?side=";
        return List.of(
                new Chip(
                        page.say("simulation.gain"),
                        Formats.count(simulation.gains()),
                        base + "GAIN",
                        chosen == Side.GAIN),
                new Chip(
                        page.say("simulation.lose"),
                        Formats.count(simulation.loses()),
                        base + "LOSE",
                        chosen == Side.LOSE));
    }

    private List<Chip> benefits(Map<String, Long> counts, @Nullable String chosen, Page page) {
        if (counts.size() < 2) {
            return List.of();
        }
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(page.say("simulation.all"), "", page.filtered("benefit", null), chosen == null));
        counts.forEach((benefit, count) -> chips.add(new Chip(
                views.benefit(benefit, page),
                Formats.count(count),
                page.filtered("benefit", benefit),
                benefit.equals(chosen))));
        return chips;
    }

    private SimulationView.Person person(Changed row, String place, Desk desk, Page page) {
        Optional<ElderCards.ElderCard> card =
                Optional.ofNullable(cards.getIfAvailable()).flatMap(port -> port.find(row.elder(), desk.scope()));
        return new SimulationView.Person(
                card.map(ElderCards.ElderCard::name).orElse("—"),
                "/elders/" + row.elder(),
                place,
                views.benefit(row.benefit(), page),
                row.from().toString().substring(0, 7),
                Formats.yuan(row.before()),
                Formats.yuan(row.after()),
                SimulationViews.signed(
                        Formats.yuan(new Money(row.after().fen() - row.before().fen()))));
    }
}
