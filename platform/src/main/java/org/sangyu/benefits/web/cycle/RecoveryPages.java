package org.sangyu.benefits.web.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Recovery;
import org.sangyu.benefits.internal.cycle.RecoveryDesk;
import org.sangyu.benefits.internal.cycle.RecoveryDesk.On;
import org.sangyu.benefits.internal.cycle.RecoveryEntry;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Stale;
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

/** Recovery cases (追缴): the ageing list, one case, and everything done in it. */
@Controller
class RecoveryPages {

    private static final int PAGE = 50;
    private static final int LONGEST_TEXT = 200;
    private final RecoveryDesk desk;
    private final BenefitNames names;
    private final Clock clock;

    RecoveryPages(RecoveryDesk desk, BenefitNames names, Clock clock) {
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/recoveries")
    String list(
            @RequestParam(name = "closed", defaultValue = "") String which,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        boolean closed = which.equals("true");
        ListPage<Recovery> found = ListPage.read(
                number, PAGE, (offset, limit) -> desk.list(CurrentDesk.get().scope(), closed, offset, limit));
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(one -> view(new RecoveryDesk.File(one, List.of(), List.of()), page))
                        .toList());
        model.addAttribute(
                "ages",
                desk.ageing(CurrentDesk.get().scope()).stream()
                        .map(age -> new Figure(
                                CycleViews.yuan(age.openFen()),
                                page.say("cycles.recovery.age." + age.fromDays(), age.cases()),
                                ""))
                        .toList());
        model.addAttribute("closed", closed);
        model.addAttribute("pager", found.pager(page, page.say("cycles.cycle.page", found.number())));
        return "benefits/web/cycle/recoveries";
    }

    @GetMapping("/recoveries/{id:[0-9a-f-]{36}}")
    String show(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        return show(find(id), page, Map.of(), FormErrors.NONE, model);
    }

    @PostMapping("/recoveries/{id:[0-9a-f-]{36}}/{deed:notice|instalment|repaid|offset|write-off|approve}")
    String act(
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        find(id);
        FormErrors errors = check(deed, form, page);
        if (errors.isEmpty()) {
            Optional<Refusal> refusal = perform(deed, new On(id, version), form);
            if (refusal.isEmpty()) {
                redirect.addFlashAttribute("notice", Notice.done(page.say("cycles.recovery.done." + deed)));
                return "redirect:/recoveries/" + id;
            }
            if (refusal.get().wordKey().equals("cycles.cycle.refused.stale")) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("stale", stale(deed, form, find(id), page));
                return "ui/stale";
            }
            errors = FormErrors.of(deed, CyclePages.sentence(page, refusal.get()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> typed = new LinkedHashMap<>(form);
        typed.put("deed", deed);
        return show(find(id), page, typed, errors, model);
    }

    /** Somebody else worked on the case meanwhile: what stands now beside what was typed. */
    private static Stale stale(String deed, Map<String, String> form, RecoveryDesk.File file, Page page) {
        Recovery now = file.recovery();
        List<Stale.Row> rows = new ArrayList<>();
        String cap = now.offsetCap() == null ? "" : CycleViews.yuan(now.offsetCap());
        if (form.containsKey("text")) {
            rows.add(new Stale.Row(
                    page.say("cycles.recovery.text." + deed),
                    deed.equals("notice") ? now.asked() : "",
                    form.get("text")));
        }
        if (form.containsKey("yuan")) {
            rows.add(new Stale.Row(
                    page.say(deed.equals("offset") ? "cycles.recovery.offset" : "cycles.recovery.left"),
                    deed.equals("offset") ? cap : CycleViews.yuan(now.openFen()),
                    form.get("yuan")));
        }
        if (form.containsKey("day")) {
            rows.add(new Stale.Row(
                    page.say("cycles.recovery.day." + deed),
                    deed.equals("notice") ? Formats.date(now.noticedOn()) : "",
                    form.get("day")));
        }
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.remove("_csrf");
        fields.put("version", String.valueOf(now.rowVersion()));
        String href = "/recoveries/" + now.id();
        return new Stale(
                page.say("cycles.recovery.title", String.valueOf(now.number()), now.name()),
                rows,
                href + "/" + deed,
                fields,
                href);
    }

    private FormErrors check(String deed, Map<String, String> form, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (form.getOrDefault("text", "").length() > LONGEST_TEXT) {
            errors = errors.and(deed, page.say("cycles.cycle.refused.long", LONGEST_TEXT));
        }
        boolean money = !deed.equals("notice") && !deed.equals("approve");
        boolean optional =
                deed.equals("offset") && form.getOrDefault("yuan", "").isBlank();
        if (money && !optional && money(form.getOrDefault("yuan", "")) == null) {
            errors = errors.and(deed + "-yuan", page.say("cycles.error.yuan"));
        }
        boolean needsDay = deed.equals("instalment") || deed.equals("repaid");
        boolean hasDay = !form.getOrDefault("day", "").isBlank();
        if ((needsDay || hasDay) && day(form.getOrDefault("day", "")) == null) {
            errors = errors.and(deed + "-day", page.say("cycles.error.day"));
        }
        return errors;
    }

    private Optional<Refusal> perform(String deed, On on, Map<String, String> form) {
        Money yuan = money(form.getOrDefault("yuan", ""));
        LocalDate day = day(form.getOrDefault("day", ""));
        String text = form.getOrDefault("text", "");
        Money amount = yuan == null ? Money.ZERO : yuan;
        LocalDate on2 = day == null ? LocalDate.now(clock) : day;
        return switch (deed) {
            case "notice" -> desk.notice(on, text, day);
            case "instalment" -> desk.agree(on, amount, on2);
            case "repaid" -> desk.repaid(on, amount, on2, text);
            case "offset" -> desk.offset(on, yuan, text);
            case "write-off" -> desk.proposeWriteOff(on, amount, text);
            default -> desk.approveWriteOff(on, uuid(form.getOrDefault("entry", "")));
        };
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such entry", wrong);
        }
    }

    static @Nullable Money money(String text) {
        try {
            return Money.parse(text.strip().replace(",", ""));
        } catch (NumberFormatException | ArithmeticException wrong) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private String show(RecoveryDesk.File file, Page page, Map<String, String> typed, FormErrors errors, Model model) {
        Role role = CurrentDesk.get().role();
        model.addAttribute("recovery", view(file, page));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("works", role == Role.COUNTY_CLERK || role == Role.COUNTY_FINANCE || role == Role.TOWNSHIP);
        model.addAttribute("signs", role == Role.COUNTY_CHIEF);
        return "benefits/web/cycle/recovery";
    }

    private RecoveryView view(RecoveryDesk.File file, Page page) {
        Recovery one = file.recovery();
        boolean chinese = page.words().language() == Language.ZH;
        Map<String, String> benefits =
                names.of(new Place(one.county()), page.words().language());
        return new RecoveryView(
                "/recoveries/" + one.id(),
                String.valueOf(one.rowVersion()),
                String.valueOf(one.number()),
                one.name(),
                "/elders/" + one.elder(),
                names.place(one.place()),
                benefits.getOrDefault(one.benefit(), one.benefit()),
                Formats.date(one.openedOn()),
                Formats.relative(one.openedOn(), LocalDate.now(clock), page.words()),
                chinese ? one.whyZh() : one.whyEn(),
                CycleViews.yuan(one.claimedFen()),
                CycleViews.yuan(one.openFen()),
                one.asked(),
                Formats.date(one.noticedOn()),
                one.offsetCap() == null ? "" : CycleViews.yuan(one.offsetCap()),
                one.died(),
                one.closedOn() != null,
                one.closedOn() == null ? "" : page.say("cycles.recovery.closed-on", Formats.date(one.closedOn())),
                file.months().stream()
                        .map(month -> new RecoveryView.Month(
                                month.period(),
                                page.say("cycles.kind." + month.kind()),
                                CycleViews.yuan(month.fen()),
                                chinese ? month.textZh() : month.textEn()))
                        .toList(),
                file.entries().stream().map(entry -> entry(entry, page)).toList());
    }

    private static RecoveryView.Entry entry(RecoveryEntry entry, Page page) {
        boolean waits = entry.kind() == RecoveryEntry.Kind.WRITE_OFF && entry.approvedName() == null;
        return new RecoveryView.Entry(
                page.say("cycles.recovery.entry." + entry.kind()),
                CycleViews.yuan(entry.fen()),
                Formats.date(entry.dueOn()),
                Formats.date(entry.onDay()),
                entry.document(),
                entry.approvedName() == null
                        ? entry.proposedName()
                        : page.say("cycles.recovery.approved-by", entry.proposedName(), entry.approvedName()),
                waits ? entry.id().toString() : null);
    }

    private RecoveryDesk.File find(UUID id) {
        return desk.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
