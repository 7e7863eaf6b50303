package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.Hold;
import org.sangyu.benefits.internal.enrolment.Holds;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hold list (暂缓): what is missing about whom, and who decided to pay on or to hold. */
@Controller
class HoldPages {

    private static final int PAGE = 40;

    private final Holds holds;
    private final Shown shown;

    HoldPages(Holds holds, Shown shown) {
        this.holds = holds;
        this.shown = shown;
    }

    /** Which part of the list. */
    record Query(@Nullable String show, @Nullable String page) {

        Holds.Which which(YearMonth month) {
            return new Holds.Which(month, !"decided".equals(show) && !"all".equals(show), !"all".equals(show));
        }

        PageNumber number() {
            return PageNumber.of(page);
        }
    }

    /** A decision as typed. */
    record Decision(
            @Nullable List<UUID> id,
            @Nullable String choice,
            @Nullable String reason) {

        List<UUID> ids() {
            return id == null ? List.of() : id.stream().filter(Objects::nonNull).toList();
        }

        String said() {
            return reason == null ? "" : reason;
        }
    }

    @GetMapping("/enrolments/holds")
    String list(Query query, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(query, page, FormErrors.NONE, new Decision(null, null, null)));
        return "benefits/web/holds";
    }

    @PostMapping("/enrolments/holds/decide")
    String decide(
            Query query,
            Decision decision,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (CurrentDesk.get().role() != Role.COUNTY_CHIEF) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormErrors errors = FormErrors.NONE;
        if (decision.ids().isEmpty()) {
            errors = errors.and("rows", page.say("benefits.error.none"));
        }
        if (decision.said().isBlank() || decision.said().length() > 500) {
            errors = errors.and("reason", page.say("benefits.error.why"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(query, page, errors, decision));
            return "benefits/web/holds";
        }
        Hold.Choice choice = "PAY_ON".equals(decision.choice()) ? Hold.Choice.PAY_ON : Hold.Choice.HOLD;
        int done = holds.decide(decision.ids(), choice, decision.said());
        flash.addFlashAttribute("notice", Notice.done(page.say("benefits.hold.done." + choice, done)));
        return "redirect:/enrolments/holds";
    }

    private ListViews.Holds view(Query query, Page page, FormErrors errors, Decision typed) {
        Desk desk = CurrentDesk.get();
        YearMonth month = holds.latestMonth(desk.scope()).orElse(YearMonth.from(shown.today()));
        ListPage<Hold> found = ListPage.read(
                query.number(), PAGE, (offset, limit) -> holds.list(desk.scope(), query.which(month), offset, limit));
        List<Hold> rows = found.rows();
        Shown.Names names = shown.names(
                rows.stream().map(Hold::elder).distinct().toList(),
                rows.stream().map(Hold::place).distinct().toList(),
                desk.scope(),
                page.words().language());
        return new ListViews.Holds(
                month.toString(),
                List.of(
                        chip("waiting", query, month, desk, page),
                        chip("decided", query, month, desk, page),
                        chip("all", query, month, desk, page)),
                rows.stream().map(row -> row(row, names, page.words(), typed)).toList(),
                desk.role() == Role.COUNTY_CHIEF,
                errors,
                typed.said(),
                found.pager(page, page.say("benefits.page", found.number())));
    }

    private Chip chip(String show, Query query, YearMonth month, Desk desk, Page page) {
        String chosen = query.show() == null ? "waiting" : query.show();
        return new Chip(
                page.say("benefits.hold.show." + show),
                Formats.count(holds.count(desk.scope(), new Query(show, null).which(month))),
                page.filtered("show", show),
                chosen.equals(show));
    }

    private ListViews.HoldRow row(Hold row, Shown.Names names, Words words, Decision typed) {
        Hold.Decision decision = row.decision();
        String missing = words.language() == Language.ZH ? row.missingZh() : row.missingEn();
        return new ListViews.HoldRow(
                row.id().toString(),
                row.enrolment() == null ? "/elders/" + row.elder() : "/enrolments/" + row.enrolment(),
                names.name(row.elder()),
                shown.sexAndAge(names.people().get(row.elder()), words),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                missing.lines().toList(),
                row.enrolment() != null,
                decision == null ? "warn" : decision.choice() == Hold.Choice.PAY_ON ? "ok" : "off",
                decision == null ? words.say("benefits.hold.waiting") : words.say("benefits.hold." + decision.choice()),
                decision == null
                        ? ""
                        : decision.by() + " · " + Formats.instant(decision.at()) + " · " + decision.reason(),
                typed.ids().contains(row.id()));
    }
}
