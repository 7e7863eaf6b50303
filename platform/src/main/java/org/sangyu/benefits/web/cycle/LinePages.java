package org.sangyu.benefits.web.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.benefits.internal.cycle.CycleLines;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.CycleVerb;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.cycle.ReturnDesk;
import org.sangyu.benefits.internal.cycle.Slice;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
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

/** The lines of a cycle: filters, paging, holding some, evidence about payments without an answer. */
@Controller
class LinePages {

    private static final int PAGE = 50;
    private final CycleReader reader;
    private final CycleLines lines;
    private final CycleDesk desk;
    private final ReturnDesk returns;
    private final BenefitNames names;

    LinePages(CycleReader reader, CycleLines lines, CycleDesk desk, ReturnDesk returns, BenefitNames names) {
        this.reader = reader;
        this.lines = lines;
        this.desk = desk;
        this.returns = returns;
        this.names = names;
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/lines")
    String list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "ALL") String show,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        return show(find(id), new Asked(show(show), name.strip(), number), "", FormErrors.NONE, page, model);
    }

    private record Asked(CycleLines.Show show, String name, PageNumber page) {

        CycleLines.Filter filter() {
            return new CycleLines.Filter(show, null, name.isEmpty() ? null : name);
        }
    }

    private static CycleLines.Show show(String text) {
        return Arrays.stream(CycleLines.Show.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(CycleLines.Show.ALL);
    }

    /** Which lines a deed is meant for: those marked, or with {@code all} everything that the list shows. */
    record Marked(
            int version,
            @Nullable List<UUID> id,
            @Nullable String all,
            @Nullable String show,
            @Nullable String name,
            @Nullable String note) {

        boolean isAll() {
            return "true".equals(all);
        }

        Asked asked() {
            return new Asked(
                    LinePages.show(show == null ? "" : show), name == null ? "" : name.strip(), new PageNumber(1));
        }

        String said() {
            return note == null ? "" : note;
        }
    }

    private List<UUID> lines(Cycle cycle, Marked marked) {
        if (marked.isAll()) {
            return lines.ids(cycle, CurrentDesk.get().scope(), marked.asked().filter());
        }
        return marked.id() == null
                ? List.of()
                : marked.id().stream().filter(Objects::nonNull).toList();
    }

    @PostMapping("/cycles/{cycle:[0-9a-f-]{36}}/holds")
    String hold(
            @PathVariable("cycle") UUID id,
            Marked marked,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Cycle cycle = find(id);
        List<UUID> chosen = lines(cycle, marked);
        Optional<Refusal> refusal = desk.hold(new CycleDesk.On(id, marked.version()), chosen, marked.said());
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormErrors errors = FormErrors.of("note", CyclePages.sentence(page, refusal.get()));
            return show(cycle, marked.asked(), marked.said(), errors, page, model);
        }
        redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.cycle.done.hold", chosen.size())));
        return "redirect:/cycles/" + id + "/lines?show=HELD";
    }

    @PostMapping("/cycles/{cycle:[0-9a-f-]{36}}/unholds")
    String unhold(
            @PathVariable("cycle") UUID id,
            Marked marked,
            @ModelAttribute("page") Page page,
            RedirectAttributes redirect) {
        Cycle cycle = find(id);
        List<UUID> chosen = lines(cycle, marked);
        Optional<Refusal> refusal = desk.unhold(new CycleDesk.On(id, marked.version()), chosen);
        redirect.addFlashAttribute(
                "notice",
                refusal.map(why -> Notice.warning(CyclePages.sentence(page, why)))
                        .orElse(Notice.done(page.say("cycles.cycle.done.unhold", chosen.size()))));
        return "redirect:/cycles/" + id + "/lines?show=HELD";
    }

    @PostMapping("/cycles/{id:[0-9a-f-]{36}}/orders")
    String settle(
            @PathVariable UUID id,
            @RequestParam String reference,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String evidence,
            @ModelAttribute("page") Page page,
            RedirectAttributes redirect) {
        find(id);
        Optional<Refusal> refusal = result.equals("UNKNOWN")
                ? returns.unknown(id, reference)
                : returns.settle(id, reference, result.equals("PAID"), evidence);
        redirect.addFlashAttribute(
                "notice",
                refusal.map(why -> Notice.warning(CyclePages.sentence(page, why)))
                        .orElse(Notice.done(page.say("cycles.cycle.done.settle", reference))));
        return "redirect:/cycles/" + id + "/lines?show=UNANSWERED";
    }

    private String show(Cycle cycle, Asked asked, String typed, FormErrors errors, Page page, Model model) {
        ListPage<CycleLines.Line> found = ListPage.read(
                asked.page(),
                PAGE,
                (offset, limit) ->
                        lines.list(cycle, CurrentDesk.get().scope(), asked.filter(), new Slice(offset, limit)));
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        model.addAttribute(
                "lines",
                found.rows().stream().map(line -> view(line, benefits, page)).toList());
        model.addAttribute("pager", found.pager(page, page.say("cycles.cycle.page", found.number())));
        Map<CycleLines.Show, Long> counts =
                lines.counts(cycle, CurrentDesk.get().scope());
        model.addAttribute("chips", chips(cycle, asked.show(), counts, page));
        model.addAttribute(
                "total",
                asked.name().isEmpty()
                        ? Formats.count(counts.getOrDefault(asked.show(), 0L))
                        : Formats.count(lines.ids(cycle, CurrentDesk.get().scope(), asked.filter())
                                .size()));
        model.addAttribute("title", page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()));
        model.addAttribute("href", "/cycles/" + cycle.id());
        model.addAttribute("rowVersion", String.valueOf(cycle.rowVersion()));
        model.addAttribute("name", asked.name());
        model.addAttribute("show", asked.show().name());
        boolean holds =
                asked.show() == CycleLines.Show.PAYABLE || asked.show() == CycleLines.Show.ALL || !errors.isEmpty();
        model.addAttribute(
                "holds", holds && reader.forbids(cycle, CycleVerb.HOLD).isEmpty());
        model.addAttribute(
                "unholds",
                asked.show() == CycleLines.Show.HELD
                        && reader.forbids(cycle, CycleVerb.UNHOLD).isEmpty());
        model.addAttribute(
                "settles",
                asked.show() == CycleLines.Show.UNANSWERED && CurrentDesk.get().role() == Role.COUNTY_FINANCE);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "benefits/web/cycle/lines";
    }

    private static List<Chip> chips(Cycle cycle, CycleLines.Show chosen, Map<CycleLines.Show, Long> counts, Page page) {
        return Arrays.stream(CycleLines.Show.values())
                .filter(counts::containsKey)
                .map(show -> new Chip(
                        page.say("cycles.lines." + show),
                        Formats.count(counts.getOrDefault(show, 0L)),
                        "/cycles/" + cycle.id() + "/lines?show=" + show,
                        show == chosen))
                .toList();
    }

    private LineView view(CycleLines.Line line, Map<String, String> benefits, Page page) {
        boolean chinese = page.words().language() == Language.ZH;
        String tone = "off";
        String state = "";
        if (line.hold() != null && line.orderState() == null) {
            tone = "warn";
            state = page.say("cycles.hold." + line.hold());
        } else if (line.orderState() != null) {
            tone = tone(line.orderState());
            state = page.say("cycles.order." + line.orderState());
        }
        String why = chinese ? line.textZh() : line.textEn();
        String more = line.holdNote().isEmpty() ? line.bankReason() : line.holdNote() + " (" + line.holdBy() + ")";
        return new LineView(
                line.id().toString(),
                line.name(),
                "/elders/" + line.elder(),
                names.townshipAndPlace(line.place()),
                benefits.getOrDefault(line.benefit(), line.benefit()),
                line.period().equals("ONCE") ? page.say("cycles.once") : line.period(),
                page.say("cycles.kind." + line.kind()),
                CycleViews.yuan(line.fen()),
                line.lastFour().isEmpty()
                        ? ""
                        : line.holder() + " " + page.say("cycles.account.masked", line.lastFour()),
                tone,
                state,
                more.isEmpty() ? why : more + (why.isEmpty() ? "" : " · " + why),
                line.reference() == null ? "" : line.reference());
    }

    private static String tone(String orderState) {
        return switch (orderState) {
            case "PAID" -> "ok";
            case "FAILED" -> "bad";
            case "UNKNOWN" -> "warn";
            default -> "wait";
        };
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
