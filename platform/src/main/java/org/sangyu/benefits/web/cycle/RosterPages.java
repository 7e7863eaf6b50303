package org.sangyu.benefits.web.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFigures;
import org.sangyu.benefits.internal.cycle.CycleLines;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.LineKind;
import org.sangyu.benefits.internal.cycle.Slice;
import org.sangyu.forms.PrintedForm;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.HandedOut;
import org.sangyu.shared.ListTaken;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The roster (清册) of a cycle: whole or by township, in parts of so many lines as one paper can hold; none is cut. */
@Controller
class RosterPages {

    private static final int PART = PrintedForm.MOST_ROWS;

    private final CycleReader reader;
    private final CycleFigures figures;
    private final CycleLines lines;
    private final BenefitNames names;
    private final Papers papers;
    private final HandedOut handedOut;

    RosterPages(
            CycleReader reader,
            CycleFigures figures,
            CycleLines lines,
            BenefitNames names,
            Papers papers,
            HandedOut handedOut) {
        this.reader = reader;
        this.figures = figures;
        this.lines = lines;
        this.names = names;
        this.papers = papers;
        this.handedOut = handedOut;
    }

    /** One township with the papers its roster fills. */
    public record TownshipRow(String name, String lines, String yuan, List<Part> parts, boolean sum) {
        /** Copies the parts. */
        public TownshipRow {
            parts = List.copyOf(parts);
        }
    }

    /** One paper. */
    public record Part(String name, String href) {}

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print")
    String list(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        Map<String, CycleLines.Sum> townships = new LinkedHashMap<>();
        figures.townships(cycle, scope)
                .forEach(one -> townships.merge(
                        one.township(),
                        new CycleLines.Sum(one.lines(), one.fen()),
                        (a, b) -> new CycleLines.Sum(a.lines() + b.lines(), a.fen() + b.fen())));
        List<TownshipRow> rows = new ArrayList<>();
        townships.forEach((path, sum) -> rows.add(row(id, names.place(path), path, sum, page)));
        rows.add(row(id, page.say("cycles.sum"), null, lines.payable(cycle, scope, null), page));
        model.addAttribute("rows", rows);
        model.addAttribute("title", page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()));
        model.addAttribute("href", "/cycles/" + id);
        return "benefits/web/cycle/print";
    }

    private static TownshipRow row(UUID id, String name, @Nullable String path, CycleLines.Sum sum, Page page) {
        long parts = parts(sum);
        List<Part> links = LongStream.rangeClosed(1, parts)
                .mapToObj(part -> new Part(
                        parts == 1 ? page.say("cycles.print.roster") : page.say("cycles.print.part", part, parts),
                        "/cycles/" + id + "/print/roster.pdf?part=" + part + (path == null ? "" : "&township=" + path)))
                .toList();
        return new TownshipRow(name, Formats.count(sum.lines()), CycleViews.yuan(sum.fen()), links, path == null);
    }

    private static long parts(CycleLines.Sum sum) {
        return Math.max(1, (sum.lines() + PART - 1) / PART);
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/print/roster.pdf")
    ResponseEntity<byte[]> roster(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(defaultValue = "1") int part,
            @ModelAttribute("page") Page page) {
        Cycle cycle = find(id);
        Scope scope = CurrentDesk.get().scope();
        String place = place(township);
        CycleLines.Sum whole = lines.payable(cycle, scope, place);
        long parts = parts(whole);
        if (part < 1 || part > parts) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such part");
        }
        int before = (part - 1) * PART;
        List<CycleLines.Line> found = lines.list(
                cycle, scope, new CycleLines.Filter(CycleLines.Show.PAYABLE, place, null), new Slice(before, PART));
        handOut(cycle, found);
        List<Papers.Row> rows = rows(cycle, found, before, page);
        List<String> head = papers.head(cycle, page);
        if (place != null) {
            head.add(page.say("cycles.paper.township", names.place(place)));
        }
        if (parts > 1) {
            long sum = found.stream().mapToLong(CycleLines.Line::payFen).sum();
            head.add(which(part, before, found.size(), whole, page));
            rows.add(total(page.say("cycles.paper.part.sum"), sum));
        }
        if (part == parts) {
            rows.add(total(page.say("cycles.sum"), whole.fen()));
        }
        Papers.Table table = new Papers.Table(
                Papers.say(page, "paper.row", "village", "person", "benefit", "account", "yuan"), 5, rows);
        return papers.print(page, papers.title(cycle, page, "cycles.paper.roster"), head, List.of(table));
    }

    private void handOut(Cycle cycle, List<CycleLines.Line> found) {
        ListTaken.People people = new ListTaken.People();
        found.forEach(line -> people.add(new ElderId(line.elder()), new Place(line.place())));
        handedOut.list("cycle.print.roster", Map.of("month", cycle.months()), people);
    }

    private static String which(int part, int before, int lines, CycleLines.Sum whole, Page page) {
        return page.say(
                "cycles.paper.part",
                part,
                parts(whole),
                Formats.count(before + 1L),
                Formats.count(before + (long) lines),
                Formats.count(whole.lines()));
    }

    private static Papers.Row total(String label, long fen) {
        return new Papers.Row(List.of("", label, "", "", "", CycleViews.yuan(fen)), true);
    }

    private List<Papers.Row> rows(Cycle cycle, List<CycleLines.Line> found, int before, Page page) {
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        List<Papers.Row> rows = new ArrayList<>();
        for (CycleLines.Line line : found) {
            String what = benefits.getOrDefault(line.benefit(), line.benefit()) + " "
                    + (line.period().equals("ONCE") ? page.say("cycles.once") : line.period())
                    + (line.kind() == LineKind.REGULAR ? "" : " " + page.say("cycles.kind." + line.kind()));
            rows.add(new Papers.Row(
                    List.of(
                            String.valueOf(before + rows.size() + 1),
                            names.townshipAndPlace(line.place()),
                            line.name(),
                            what,
                            line.lastFour().isEmpty()
                                    ? ""
                                    : line.holder() + " " + page.say("cycles.account.masked", line.lastFour()),
                            CycleViews.yuan(line.payFen())),
                    false));
        }
        return rows;
    }

    private static @Nullable String place(@Nullable String township) {
        try {
            return township == null ? null : new Place(township).path();
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place", wrong);
        }
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
