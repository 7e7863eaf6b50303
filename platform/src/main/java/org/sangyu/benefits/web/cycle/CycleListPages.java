package org.sangyu.benefits.web.cycle;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleDesk;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.CycleState;
import org.sangyu.benefits.internal.cycle.MoneySettings;
import org.sangyu.benefits.internal.cycle.MonthDecisions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cycles, and opening a new one. */
@Controller
class CycleListPages {

    private static final int PAGE = 50;
    private final CycleReader reader;
    private final CycleDesk desk;
    private final BenefitNames names;
    private final MoneySettings settings;
    private final Clock clock;

    CycleListPages(CycleReader reader, CycleDesk desk, BenefitNames names, MoneySettings settings, Clock clock) {
        this.reader = reader;
        this.desk = desk;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/cycles")
    String list(
            @ModelAttribute("page") Page page,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            Model model) {
        return show(page, number, new Form(List.of(), "", "", FormErrors.NONE), model);
    }

    /** What was typed into the form that opens a cycle, and what is wrong with it. */
    public record Form(List<String> benefits, String first, String last, FormErrors errors) {

        /** Copies the list. */
        public Form {
            benefits = List.copyOf(benefits);
        }
    }

    @PostMapping("/cycles")
    String open(
            @ModelAttribute("page") Page page,
            @RequestParam(required = false) @Nullable List<String> benefit,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            jakarta.servlet.http.HttpServletResponse response,
            Model model) {
        List<String> benefits = benefit == null ? List.of() : benefit;
        FormErrors errors = FormErrors.NONE;
        YearMonth from = month(first);
        YearMonth to = last.isBlank() ? from : month(last);
        if (benefits.isEmpty()) {
            errors = errors.and("benefit", page.say("cycles.cycle.error.benefits"));
        }
        if (from == null) {
            errors = errors.and("first", page.say("cycles.cycle.error.month"));
        }
        if (to == null) {
            errors = errors.and("last", page.say("cycles.cycle.error.month"));
        }
        if (errors.isEmpty() && from != null && to != null) {
            switch (desk.open(benefits, from, to)) {
                case CycleDesk.Opening.Opened opened -> {
                    return "redirect:/cycles/" + opened.cycle();
                }
                case CycleDesk.Opening.Refused refused ->
                    errors = FormErrors.of(
                            "first",
                            page.say(
                                    refused.why().wordKey(),
                                    refused.why().arguments().toArray()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(page, new PageNumber(1), new Form(benefits, first, last, errors), model);
    }

    private String show(Page page, PageNumber number, Form form, Model model) {
        Desk at = CurrentDesk.get();
        ListPage<Cycle> found = ListPage.read(number, PAGE, (offset, limit) -> reader.list(at.scope(), offset, limit));
        Language language = page.words().language();
        model.addAttribute(
                "rows",
                found.rows().stream().map(cycle -> row(cycle, page, language)).toList());
        model.addAttribute("pager", found.pager(page, page.say("cycles.cycle.page", found.number())));
        boolean opens = at.role() == Role.COUNTY_CLERK && at.place().level() == PlaceLevel.COUNTY;
        model.addAttribute("opens", opens);
        model.addAttribute("form", opens ? prefilled(form, at, found.rows()) : form);
        model.addAttribute("benefits", opens ? options(at, form, language) : List.<Option>of());
        return "benefits/web/cycle/cycles";
    }

    private CycleRow row(Cycle cycle, Page page, Language language) {
        return new CycleRow(
                "/cycles/" + cycle.id(),
                String.valueOf(cycle.number()),
                names.place(cycle.county().path()),
                cycle.months(),
                names.joined(cycle.county(), cycle.benefits(), language),
                tone(cycle.state()),
                page.say("cycles.cycle.state." + cycle.state()));
    }

    static String tone(CycleState state) {
        return switch (state) {
            case OPEN -> "off";
            case COMPUTED, FROZEN, REVIEWED, APPROVED -> "wait";
            case AUTHORISED, RELEASED, RECONCILED, CLOSED -> "ok";
        };
    }

    /** An untouched form proposes the month after the newest cycle, in the county's rhythm. */
    private Form prefilled(Form form, Desk at, List<Cycle> found) {
        if (!form.first().isEmpty() || !form.errors().isEmpty()) {
            return form;
        }
        YearMonth first = found.stream()
                .filter(cycle -> cycle.county().equals(at.place()))
                .map(cycle -> cycle.last().plusMonths(1))
                .findFirst()
                .orElse(YearMonth.now(clock));
        YearMonth last = first.plusMonths(settings.of(at.place()).rhythm() - 1L);
        return new Form(form.benefits(), first.toString(), last.toString(), form.errors());
    }

    private List<Option> options(Desk at, Form form, Language language) {
        List<MonthDecisions.Benefit> payable = reader.payable(at.place());
        return payable.stream()
                .map(one -> new Option(
                        one.id(),
                        language == Language.ZH ? one.nameZh() : one.nameEn(),
                        form.benefits().contains(one.id())
                                || (form.benefits().isEmpty() && form.errors().isEmpty() && payable.size() == 1)))
                .toList();
    }

    static @Nullable YearMonth month(String text) {
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}
