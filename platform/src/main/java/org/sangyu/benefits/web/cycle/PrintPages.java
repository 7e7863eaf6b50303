package org.sangyu.benefits.web.cycle;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.ChineseCapitals;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFigures;
import org.sangyu.benefits.internal.cycle.CycleLines;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.MoneySettings;
import org.sangyu.benefits.internal.cycle.Recovery;
import org.sangyu.benefits.internal.cycle.RecoveryDesk;
import org.sangyu.benefits.internal.cycle.Slice;
import org.sangyu.forms.PrintedForm;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Printed forms of the month: roster, summary, fund request, notice of recovery; A4, with a place for the stamp. */
@Controller
class PrintPages {

    private final CycleReader reader;
    private final CycleFigures figures;
    private final CycleLines lines;
    private final MoneySettings settings;
    private final RecoveryDesk recoveries;
    private final BenefitNames names;
    private final PrintedForm form;

    PrintPages(
            CycleReader reader,
            CycleFigures figures,
            CycleLines lines,
            MoneySettings settings,
            RecoveryDesk recoveries,
            BenefitNames names,
            PrintedForm form) {
        this.reader = reader;
        this.figures = figures;
        this.lines = lines;
        this.settings = settings;
        this.recoveries = recoveries;
        this.names = names;
        this.form = form;
    }

    /** One row of a printed table; cells in the order of the heads. */
    public record Row(List<String> cells, boolean sum) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A printed table; the first {@code words} heads stand left, the others are numbers. */
    public record Table(List<String> heads, int words, List<Row> rows) {
        /** Copies heads and rows. */
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/roster.pdf")
    ResponseEntity<StreamingResponseBody> roster(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String township,
            @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        CycleLines.Filter filter = new CycleLines.Filter(CycleLines.Show.PAYABLE, place(township), null);
        List<CycleLines.Line> found = lines.list(cycle, scope, filter, new Slice(0, PrintedForm.MOST_ROWS));
        long all = figures.whole(cycle, scope).payLines();
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        int[] number = {0};
        List<Row> rows = new java.util.ArrayList<>(found.stream()
                .map(line -> new Row(
                        List.of(
                                String.valueOf(++number[0]),
                                names.place(line.place()),
                                line.name(),
                                benefits.getOrDefault(line.benefit(), line.benefit()) + " " + line.period(),
                                line.holder() + " " + line.lastFour(),
                                CycleViews.yuan(line.payFen())),
                        false))
                .toList());
        long sum = found.stream().mapToLong(CycleLines.Line::payFen).sum();
        rows.add(new Row(List.of("", page.say("cycles.sum"), "", "", "", CycleViews.yuan(sum)), true));
        List<String> head = head(cycle, page);
        if (township == null && all > found.size()) {
            head.add(page.say("cycles.paper.first", found.size(), all));
        }
        Table table = new Table(say(page, "paper.row", "village", "person", "benefit", "account", "yuan"), 5, rows);
        return print(page, title(cycle, page, "cycles.paper.roster"), head, List.of(table));
    }

    private static @Nullable String place(@Nullable String township) {
        try {
            return township == null ? null : new Place(township).path();
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place", wrong);
        }
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/summary.pdf")
    ResponseEntity<StreamingResponseBody> summary(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        List<Row> rows = new java.util.ArrayList<>(figures.townships(cycle, scope).stream()
                .map(one -> new Row(
                        List.of(
                                names.place(one.township()),
                                benefits.getOrDefault(one.benefit(), one.benefit()),
                                Formats.count(one.people()),
                                Formats.count(one.lines()),
                                CycleViews.yuan(one.fen())),
                        false))
                .toList());
        CycleFigures.Whole whole = figures.whole(cycle, scope);
        rows.add(new Row(
                List.of(
                        page.say("cycles.sum"),
                        "",
                        Formats.count(whole.people()),
                        Formats.count(whole.payLines()),
                        CycleViews.yuan(whole.payFen())),
                true));
        Table townships = new Table(say(page, "township", "benefit", "figure.people", "paper.times", "yuan"), 2, rows);
        List<Row> institutions = figures.institutions(cycle, scope).stream()
                .map(one -> new Row(
                        List.of(one.holder(), one.lastFour(), Formats.count(one.people()), CycleViews.yuan(one.fen())),
                        false))
                .toList();
        List<Table> tables = institutions.isEmpty()
                ? List.of(townships)
                : List.of(
                        townships,
                        new Table(say(page, "paper.institution", "account", "figure.people", "yuan"), 2, institutions));
        return print(page, title(cycle, page, "cycles.paper.summary"), head(cycle, page), tables);
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/request.pdf")
    ResponseEntity<StreamingResponseBody> request(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        CycleFigures.Whole whole = figures.whole(cycle, CurrentDesk.get().scope());
        Money sum = new Money(whole.payFen());
        List<String> head = head(cycle, page);
        head.add(page.say(
                "cycles.paper.request.text",
                cycle.months(),
                names.joined(cycle.county(), cycle.benefits(), page.words().language()),
                whole.people(),
                whole.payLines(),
                Formats.yuan(sum),
                ChineseCapitals.of(sum)));
        return print(page, page.say("cycles.paper.request"), head, List.of());
    }

    @GetMapping("/recoveries/{id:[0-9a-f-]{36}}/notice.pdf")
    ResponseEntity<StreamingResponseBody> notice(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        RecoveryDesk.File file = recoveries
                .find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Recovery one = file.recovery();
        boolean chinese = page.words().language() == Language.ZH;
        Map<String, String> benefits =
                names.of(new Place(one.county()), page.words().language());
        List<String> head = new java.util.ArrayList<>();
        head.add(page.say("cycles.paper.notice.to", one.asked().isEmpty() ? one.name() : one.asked()));
        head.add(page.say(
                "cycles.paper.notice.text",
                one.name(),
                benefits.getOrDefault(one.benefit(), one.benefit()),
                CycleViews.yuan(one.claimedFen()),
                ChineseCapitals.of(new Money(one.claimedFen())),
                CycleViews.yuan(one.openFen())));
        head.add(page.say("cycles.paper.sign.contact"));
        List<Row> rows = file.months().stream()
                .map(month -> new Row(
                        List.of(
                                month.period(),
                                page.say("cycles.kind." + month.kind()),
                                chinese ? month.textZh() : month.textEn(),
                                CycleViews.yuan(month.fen())),
                        false))
                .toList();
        Table table = new Table(say(page, "period", "kind", "why", "yuan"), 3, rows);
        return print(page, page.say("cycles.paper.notice"), head, List.of(table));
    }

    private List<String> head(Cycle cycle, Page page) {
        MoneySettings.Setting setting = settings.of(cycle.county());
        List<String> head = new java.util.ArrayList<>();
        head.add(page.say("cycles.paper.month", cycle.months()));
        head.add(page.say(
                "cycles.paper.benefits",
                names.joined(cycle.county(), cycle.benefits(), page.words().language())));
        head.add(page.say(
                "cycles.paper.funding",
                setting.funding().isEmpty() ? page.say("cycles.paper.funding.none") : setting.funding()));
        if (cycle.version() > 0) {
            head.add(page.say("cycles.paper.version", cycle.version()));
        }
        return head;
    }

    private String title(Cycle cycle, Page page, String key) {
        return page.say(key, names.place(cycle.county().path()));
    }

    private static List<String> say(Page page, String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> page.say("cycles." + key))
                .toList();
    }

    private ResponseEntity<StreamingResponseBody> print(
            Page page, String title, List<String> head, List<Table> tables) {
        List<String> signatures = say(page, "paper.sign.made", "paper.sign.reviewed", "paper.sign.approved");
        Map<String, Object> model = Map.of(
                "words", page.words(), "title", title, "lines", head, "signatures", signatures, "tables", tables);
        Consumer<java.io.OutputStream> print = out -> form.print("benefits/web/cycle/paper", model, out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(print::accept);
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
