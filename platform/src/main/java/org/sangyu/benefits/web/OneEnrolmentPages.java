package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.EnrolmentVerb;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.GiveFirstMonth;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments.Result;
import org.sangyu.benefits.internal.enrolment.PayeeAccount;
import org.sangyu.benefits.internal.enrolment.Selection;
import org.sangyu.benefits.web.EnrolmentViews.Typed;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
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

/** One enrolment: its steps, its decision, its accounts, and what this desk may do. */
@Controller
class OneEnrolmentPages {

    private static final String VIEW = "benefits/web/enrolment";

    private final Enrolments enrolments;
    private final EnrolmentViews views;
    private final MoveEnrolments moves;
    private final ChangeAccount change;
    private final GiveFirstMonth give;

    OneEnrolmentPages(
            Enrolments enrolments,
            EnrolmentViews views,
            MoveEnrolments moves,
            ChangeAccount change,
            GiveFirstMonth give) {
        this.enrolments = enrolments;
        this.views = views;
        this.moves = moves;
        this.change = change;
        this.give = give;
    }

    /** An account as typed. */
    record AccountForm(
            @Nullable String kind,
            @Nullable String holder,
            @Nullable String relation,
            @Nullable String bank,
            @Nullable String number,
            @Nullable String accountWhy) {

        ChangeAccount.Command command(UUID enrolment) {
            return new ChangeAccount.Command(
                    enrolment, kindOrSelf(), text(holder), text(relation), text(bank), text(number), text(accountWhy));
        }

        private PayeeAccount.Kind kindOrSelf() {
            for (PayeeAccount.Kind one : PayeeAccount.Kind.values()) {
                if (one.name().equals(kind)) {
                    return one;
                }
            }
            return PayeeAccount.Kind.SELF;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @GetMapping("/enrolments/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        return show(get(id), page, model, Typed.NOTHING);
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/act")
    String act(
            @PathVariable UUID id,
            EnrolmentForm form,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Enrolment one = get(id);
        EnrolmentVerb verb = EnrolmentPages.verb(form.verb());
        if (!form.isFor(one.version())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", stale(one, verb, form, page));
            return "ui/stale";
        }
        YearMonth endedFrom = form.firstMonthNoLonger().orElse(null);
        Result result = moves.run(new MoveEnrolments.Command(verb, Selection.of(id), form.reason(), endedFrom));
        return switch (result) {
            case Result.Done done -> {
                flash.addFlashAttribute("notice", EnrolmentPages.notice(done, verb, page.words()));
                yield "redirect:/enrolments/" + id;
            }
            case Result.Started started -> "redirect:/jobs/" + started.job();
            case Result.NotAtThisDesk none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Result.ReasonMissing missing ->
                wrong(one, form, page, model, response, FormErrors.of("why-" + verb, page.say("benefits.error.why")));
            case Result.MonthMissing missing ->
                wrong(one, form, page, model, response, FormErrors.of("endedFrom", page.say("benefits.error.month")));
        };
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/account")
    String propose(
            @PathVariable UUID id,
            AccountForm form,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Enrolment one = get(id);
        ChangeAccount.Command command = form.command(id);
        ChangeAccount.Result result = change.propose(command);
        if (result.isDone()) {
            flash.addFlashAttribute("notice", Notice.done(page.say("benefits.account.done")));
            return "redirect:/enrolments/" + id;
        }
        FormErrors errors = FormErrors.NONE;
        for (Map.Entry<String, String> wrong : result.wrong().entrySet()) {
            errors = errors.and(
                    wrong.getKey().equals("why") ? "accountWhy" : wrong.getKey(), page.say(wrong.getValue()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(one, page, model, new Typed(errors, "", "", command));
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/account/{account}/confirm")
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        get(id);
        long done = change.confirm(List.of(account));
        flash.addFlashAttribute(
                "notice",
                done == 1
                        ? Notice.done(page.say("benefits.account.confirmed.done"))
                        : Notice.warning(page.say("benefits.account.confirmed.none")));
        return "redirect:/enrolments/" + id;
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/account/{account}/refuse")
    String refuse(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String refuseWhy,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        get(id);
        flash.addFlashAttribute(
                "notice",
                change.refuse(id, account, refuseWhy)
                        ? Notice.done(page.say("benefits.account.refused.done"))
                        : Notice.warning(page.say("benefits.error.why")));
        return "redirect:/enrolments/" + id;
    }

    /** Shows the number on a page that no browser keeps. */
    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/account/{account}/number")
    String reveal(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        String why = reason.strip();
        if (why.length() < 2 || why.length() > 200 || why.chars().anyMatch(Character::isISOControl)) {
            flash.addFlashAttribute("notice", Notice.warning(page.say("registry.wrong.reason")));
            return "redirect:/enrolments/" + id;
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                "number",
                change.reveal(id, account, why).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("back", "/enrolments/" + id);
        return "benefits/web/account_number";
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/first-month")
    String first(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String month,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        get(id);
        flash.addFlashAttribute(
                "notice",
                give.run(id, month)
                        ? Notice.done(page.say("benefits.first.done", month))
                        : Notice.warning(page.say("benefits.error.month")));
        return "redirect:/enrolments/" + id;
    }

    private String wrong(
            Enrolment one,
            EnrolmentForm form,
            Page page,
            Model model,
            HttpServletResponse response,
            FormErrors errors) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(one, page, model, new Typed(errors, form.reason(), form.month(), null));
    }

    private String show(Enrolment one, Page page, Model model, Typed typed) {
        model.addAttribute("view", views.view(one, CurrentDesk.get(), page.words(), typed));
        return VIEW;
    }

    private Stale stale(Enrolment one, EnrolmentVerb verb, EnrolmentForm form, Page page) {
        EnrolmentView now = views.view(one, CurrentDesk.get(), page.words(), Typed.NOTHING);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("verb", verb.name());
        fields.put("why", form.reason());
        fields.put("endedFrom", form.month());
        fields.put("version", String.valueOf(one.version()));
        return new Stale(
                now.name() + " · " + now.benefit(),
                List.of(
                        new Stale.Row(page.say("benefits.state"), now.status(), page.say("benefits.verb." + verb)),
                        new Stale.Row(
                                page.say("benefits.why"),
                                org.sangyu.benefits.internal.enrolment.Why.say(one.why(), page.words()),
                                form.reason()),
                        new Stale.Row(
                                page.say("benefits.last.month"),
                                one.endedFrom() == null
                                        ? ""
                                        : Formats.month(one.endedFrom().minusMonths(1)),
                                form.month())),
                "/enrolments/" + one.id() + "/act",
                fields,
                "/enrolments/" + one.id());
    }

    private Enrolment get(UUID id) {
        Desk desk = CurrentDesk.get();
        return enrolments.find(id, desk.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
