package org.sangyu.benefits.web.cycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.ChineseCapitals;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFigures;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.Recovery;
import org.sangyu.benefits.internal.cycle.RecoveryDesk;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.HandedOut;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Printed forms of the month: summary, fund request, notice of recovery; A4, with a place for the stamp. */
@Controller
class PrintPages {

    private final CycleReader reader;
    private final CycleFigures figures;
    private final RecoveryDesk recoveries;
    private final BenefitNames names;
    private final Papers papers;
    private final HandedOut handedOut;

    PrintPages(
            CycleReader reader,
            CycleFigures figures,
            RecoveryDesk recoveries,
            BenefitNames names,
            Papers papers,
            HandedOut handedOut) {
        this.reader = reader;
        this.figures = figures;
        this.recoveries = recoveries;
        this.names = names;
        this.papers = papers;
        this.handedOut = handedOut;
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/summary.pdf")
    ResponseEntity<byte[]> summary(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        List<Papers.Row> rows = new java.util.ArrayList<>(figures.townships(cycle, scope).stream()
                .map(one -> new Papers.Row(
                        List.of(
                                names.place(one.township()),
                                benefits.getOrDefault(one.benefit(), one.benefit()),
                                Formats.count(one.people()),
                                Formats.count(one.lines()),
                                CycleViews.yuan(one.fen())),
                        false))
                .toList());
        CycleFigures.Whole whole = figures.whole(cycle, scope);
        rows.add(new Papers.Row(
                List.of(
                        page.say("cycles.sum"),
                        "",
                        Formats.count(whole.people()),
                        Formats.count(whole.payLines()),
                        CycleViews.yuan(whole.payFen())),
                true));
        handedOut.sums("cycle.print.summary", id, cycle.county());
        Papers.Table townships = new Papers.Table(
                Papers.say(page, "township", "benefit", "figure.people", "paper.times", "yuan"), 2, rows);
        List<Papers.Row> institutions = figures.institutions(cycle, scope).stream()
                .map(one -> new Papers.Row(
                        List.of(one.holder(), one.lastFour(), Formats.count(one.people()), CycleViews.yuan(one.fen())),
                        false))
                .toList();
        List<Papers.Table> tables = institutions.isEmpty()
                ? List.of(townships)
                : List.of(
                        townships,
                        new Papers.Table(
                                Papers.say(page, "paper.institution", "account", "figure.people", "yuan"),
                                2,
                                institutions));
        return papers.print(page, papers.title(cycle, page, "cycles.paper.summary"), papers.head(cycle, page), tables);
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/request.pdf")
    ResponseEntity<byte[]> request(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        CycleFigures.Whole whole = figures.whole(cycle, scope);
        Money sum = new Money(whole.payFen());
        List<String> head = papers.head(cycle, page);
        head.add(page.say(
                "cycles.paper.request.text",
                cycle.months(),
                names.joined(cycle.county(), cycle.benefits(), page.words().language()),
                Formats.count(whole.people()),
                Formats.count(whole.payLines()),
                Formats.yuan(sum),
                ChineseCapitals.of(sum)));
        handedOut.sums("cycle.print.request", id, cycle.county());
        List<Papers.Row> rows = byBenefit(cycle, scope, page);
        rows.add(new Papers.Row(
                List.of(
                        page.say("cycles.sum"),
                        "",
                        Formats.count(whole.people()),
                        Formats.count(whole.payLines()),
                        CycleViews.yuan(whole.payFen())),
                true));
        Papers.Table table = new Papers.Table(
                Papers.say(page, "benefit", "cycle.months", "figure.people", "paper.times", "yuan"), 2, rows);
        return papers.print(page, papers.title(cycle, page, "cycles.paper.request.of"), head, List.of(table));
    }

    /** One row for each benefit of the cycle, all townships together. */
    private List<Papers.Row> byBenefit(Cycle cycle, Scope scope, Page page) {
        Map<String, CycleFigures.Township> heads = new LinkedHashMap<>();
        figures.townships(cycle, scope)
                .forEach(one -> heads.merge(
                        one.benefit(),
                        one,
                        (x, y) -> new CycleFigures.Township(
                                "", x.benefit(), x.people() + y.people(), x.lines() + y.lines(), x.fen() + y.fen())));
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        return new java.util.ArrayList<>(heads.values().stream()
                .map(one -> new Papers.Row(
                        List.of(
                                benefits.getOrDefault(one.benefit(), one.benefit()),
                                cycle.months(),
                                Formats.count(one.people()),
                                Formats.count(one.lines()),
                                CycleViews.yuan(one.fen())),
                        false))
                .toList());
    }

    @GetMapping("/recoveries/{id:[0-9a-f-]{36}}/notice.pdf")
    ResponseEntity<byte[]> notice(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        RecoveryDesk.File file = recoveries
                .find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Recovery one = file.recovery();
        boolean chinese = page.words().language() == Language.ZH;
        Map<String, String> benefits =
                names.of(new Place(one.county()), page.words().language());
        List<String> head = new java.util.ArrayList<>();
        head.add(page.say(
                one.died() && one.asked().isEmpty() ? "cycles.paper.notice.family" : "cycles.paper.notice.to",
                one.asked().isEmpty() ? one.name() : one.asked()));
        head.add(page.say(
                "cycles.paper.notice.text",
                one.name(),
                benefits.getOrDefault(one.benefit(), one.benefit()),
                CycleViews.yuan(one.claimedFen()),
                ChineseCapitals.of(new Money(one.claimedFen())),
                CycleViews.yuan(one.openFen()),
                CycleViews.yuan(one.claimedFen() - one.openFen())));
        head.add(page.say("cycles.paper.sign.contact"));
        List<Papers.Row> rows = file.months().stream()
                .map(month -> new Papers.Row(
                        List.of(
                                month.period(),
                                page.say("cycles.kind." + month.kind()),
                                chinese ? month.textZh() : month.textEn(),
                                CycleViews.yuan(-month.fen())),
                        false))
                .toList();
        Papers.Table table = new Papers.Table(Papers.say(page, "period", "kind", "why", "yuan"), 3, rows);
        handedOut.about("recovery.print", new ElderId(one.elder()), new Place(one.place()), Map.of());
        return papers.print(page, page.say("cycles.paper.notice"), head, List.of(table));
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
