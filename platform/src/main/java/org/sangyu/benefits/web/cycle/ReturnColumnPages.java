package org.sangyu.benefits.web.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.CycleVerb;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.cycle.ReturnDesk;
import org.sangyu.benefits.internal.cycle.ReturnLayouts;
import org.sangyu.benefits.internal.cycle.ReturnPreview;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looks at a bank's answer before it is read: which column holds what, which word means paid; kept for next time. */
@Controller
class ReturnColumnPages {

    static final List<String> CHARSETS = List.of("GBK", "GB18030", "UTF-8");
    static final Map<String, String> SEPARATORS = separators();

    private final CycleReader reader;
    private final ReturnDesk desk;
    private final ReturnLayouts layouts;
    private final ReturnPreview preview;

    ReturnColumnPages(CycleReader reader, ReturnDesk desk, ReturnLayouts layouts, ReturnPreview preview) {
        this.reader = reader;
        this.desk = desk;
        this.layouts = layouts;
        this.preview = preview;
    }

    private static Map<String, String> separators() {
        Map<String, String> separators = new LinkedHashMap<>();
        separators.put("bar", "|");
        separators.put("comma", ",");
        separators.put("tab", "\t");
        separators.put("semicolon", ";");
        separators.put("caret", "^");
        return separators;
    }

    /** A column that has to be chosen. */
    public record Choice(String name, String label, List<Option> options) {
        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** How the file is read, as the form shows it. */
    public record Reading(
            boolean text,
            List<Option> charsets,
            List<Option> separators,
            String skip,
            List<Option> units,
            List<Choice> choices,
            String paid,
            String failed,
            String unknown) {}

    /** What is seen of the file when it is read like this. */
    public record Sample(
            List<String> heads, List<List<String>> rows, int skipped, String sum, String found, boolean whole) {}

    /**
     * The page.
     *
     * @param first true when nobody of the county ever said these columns
     * @param may true when this desk may read it now
     */
    public record View(
            String action,
            String name,
            Reading reading,
            Sample sample,
            boolean first,
            boolean may,
            FormErrors errors) {}

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/returns/{answer:[0-9a-f-]{36}}/columns")
    String look(
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            Model model) {
        return show(find(id), answer, form, FormErrors.NONE, page, model);
    }

    @PostMapping("/cycles/{id:[0-9a-f-]{36}}/returns/{answer:[0-9a-f-]{36}}/columns")
    String read(
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Cycle cycle = find(id);
        ReturnPreview.Held held = held(id, answer);
        Back columns =
                ColumnForm.read(form, layouts.now(cycle.county(), held.format()).back());
        Optional<Refusal> refusal = desk.read(id, answer, columns);
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormErrors errors = FormErrors.of("reference", CyclePages.sentence(page, refusal.get()));
            return show(cycle, answer, form, errors, page, model);
        }
        redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.cycle.done.read", held.name())));
        UUID job = find(id).job();
        return job == null ? "redirect:/cycles/" + id : "redirect:/jobs/" + job;
    }

    private String show(Cycle cycle, UUID answer, Map<String, String> form, FormErrors errors, Page page, Model model) {
        ReturnPreview.Held held = held(cycle.id(), answer);
        ReturnLayouts.Layout now = layouts.now(cycle.county(), held.format());
        Back back = ColumnForm.read(form, now.back());
        ReturnPreview.Seen seen = preview.of(held.sha256(), back);
        String href = "/cycles/" + cycle.id();
        model.addAttribute(
                "view",
                new View(
                        href + "/returns/" + answer + "/columns",
                        held.name(),
                        reading(back, seen, page),
                        sample(back, seen, page),
                        now.id() == null,
                        reader.forbids(cycle, CycleVerb.READ_RETURN).isEmpty(),
                        errors));
        model.addAttribute("title", page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()));
        model.addAttribute("href", href);
        return "benefits/web/cycle/columns";
    }

    private static Reading reading(Back back, ReturnPreview.Seen seen, Page page) {
        return new Reading(
                back.shape() == Shape.TEXT,
                CHARSETS.stream()
                        .map(one -> new Option(one, one, one.equals(back.charset())))
                        .toList(),
                SEPARATORS.entrySet().stream()
                        .map(one -> new Option(
                                one.getKey(),
                                page.say("cycles.columns.separator." + one.getKey()),
                                one.getValue().equals(back.separator())))
                        .toList(),
                String.valueOf(back.skip()),
                List.of(
                        new Option("false", page.say("cycles.columns.in.yuan"), !back.inFen()),
                        new Option("true", page.say("cycles.columns.in.fen"), back.inFen())),
                choices(back, seen, page),
                ColumnForm.words(back.paid()),
                ColumnForm.words(back.failed()),
                ColumnForm.words(back.unknown()));
    }

    private static Sample sample(Back back, ReturnPreview.Seen seen, Page page) {
        return new Sample(
                IntStream.rangeClosed(1, seen.columns())
                        .mapToObj(column -> meaning(column, back, page))
                        .toList(),
                padded(seen),
                back.skip(),
                page.say(
                        "cycles.columns.sum",
                        Formats.count(seen.paid()),
                        Formats.count(seen.failed()),
                        Formats.count(seen.unknown()),
                        Formats.count(seen.unreadable())),
                found(seen, page),
                seen.isWhole());
    }

    /** The bank's words that stand in the result column, so that nobody has to guess them. */
    private static String found(ReturnPreview.Seen seen, Page page) {
        List<String> words = new ArrayList<>();
        seen.words().forEach((word, count) -> words.add((word.isEmpty() ? "–" : word) + " " + Formats.count(count)));
        return words.isEmpty() ? "" : page.say("cycles.columns.found", String.join("、", words));
    }

    private static List<List<String>> padded(ReturnPreview.Seen seen) {
        return seen.head().stream()
                .map(row -> IntStream.range(0, seen.columns())
                        .mapToObj(i -> i < row.size() ? row.get(i) : "")
                        .toList())
                .toList();
    }

    private enum Part {
        REFERENCE("reference"),
        YUAN("yuan"),
        RESULT("result"),
        REASON("reason"),
        PAID_ON("paidOn");

        private final String name;

        Part(String name) {
            this.name = name;
        }

        private int in(Back back) {
            return switch (this) {
                case REFERENCE -> back.reference();
                case YUAN -> back.yuan();
                case RESULT -> back.result();
                case REASON -> back.reason();
                case PAID_ON -> back.paidOn();
            };
        }

        private boolean isNeeded() {
            return this == REFERENCE || this == RESULT;
        }
    }

    private static String meaning(int column, Back back, Page page) {
        for (Part part : Part.values()) {
            if (part.in(back) == column) {
                return column + " " + page.say("cycles.columns." + part.name);
            }
        }
        return String.valueOf(column);
    }

    private static List<Choice> choices(Back back, ReturnPreview.Seen seen, Page page) {
        List<String> sample = seen.head().size() > back.skip() ? seen.head().get(back.skip()) : List.of();
        List<Choice> choices = new ArrayList<>();
        for (Part part : Part.values()) {
            int chosen = part.in(back);
            List<Option> options = new ArrayList<>();
            if (!part.isNeeded()) {
                options.add(new Option("0", page.say("cycles.columns.none"), chosen == 0));
            }
            for (int column = 1; column <= Math.max(seen.columns(), chosen); column++) {
                String shown = column <= sample.size() ? sample.get(column - 1) : "";
                options.add(new Option(
                        String.valueOf(column), page.say("cycles.columns.column", column, shown), column == chosen));
            }
            choices.add(new Choice(part.name, page.say("cycles.columns." + part.name), options));
        }
        return choices;
    }

    private ReturnPreview.Held held(UUID cycle, UUID answer) {
        return desk.held(cycle, answer)
                .filter(held ->
                        CycleVerb.READ_RETURN.roles().contains(CurrentDesk.get().role()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
