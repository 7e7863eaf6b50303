package org.sangyu.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.AccountEntry;
import org.sangyu.access.internal.AccountKeeping;
import org.sangyu.access.internal.AccountKeeping.Outcome;
import org.sangyu.access.internal.AccountRefusal;
import org.sangyu.access.internal.IdentityRules;
import org.sangyu.access.internal.SecondFactors;
import org.sangyu.access.internal.SignInGuard;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrator's accounts: who works at which desk. */
@Controller
class AccountKeepingPages {

    private static final int ROWS = 50;
    private static final int LONGEST_IDENTITY = 200;
    private static final int LONGEST_SEARCH = 40;

    private final AccountKeeping keeping;
    private final AccountViews views;
    private final DeskPlaces places;
    private final SignInGuard guard;
    private final SecondFactors factors;
    private final IdentityRules provider;
    private final Clock clock;

    AccountKeepingPages(
            AccountKeeping keeping,
            AccountViews views,
            DeskPlaces places,
            SignInGuard guard,
            SecondFactors factors,
            IdentityRules provider,
            Clock clock) {
        this.keeping = keeping;
        this.views = views;
        this.places = places;
        this.guard = guard;
        this.factors = factors;
        this.provider = provider;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page) {
        String sought = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
        ListPage<AccountEntry> found =
                ListPage.read(number, ROWS, (offset, limit) -> keeping.list(sought, offset, limit));
        List<AccountView> rows = views.of(found.rows(), page.words());
        int before = found.before(ROWS);
        String text =
                page.say("access.accounts.rows", Math.min(before + 1, before + rows.size()), before + rows.size());
        return new ModelAndView(
                "access/web/accounts", Map.of("q", sought, "rows", rows, "pager", found.pager(page, text)));
    }

    @GetMapping("/accounts/new")
    ModelAndView blank(@ModelAttribute("page") Page page) {
        return newForm(AccountForm.EMPTY, FormErrors.NONE, List.of(), page.words());
    }

    @PostMapping("/accounts")
    ModelAndView create(
            @RequestParam Map<String, String> sent, @ModelAttribute("page") Page page, RedirectAttributes next) {
        Words words = page.words();
        AccountForm form = AccountForm.of(sent);
        FormErrors errors = form.accountErrors(words);
        Asked asked = ask(form, errors, words);
        if (!(asked.place() instanceof DeskPlaces.Found.One one)
                || !asked.errors().isEmpty()) {
            return newForm(form, asked.errors(), asked.options(), words);
        }
        Outcome outcome = keeping.create(new AccountKeeping.NewAccount(
                form.name(), form.person(), one.at(form.wantedRole().orElseThrow())));
        if (outcome.refusal() != null) {
            return newForm(
                    form, FormErrors.of(field(outcome.refusal()), said(outcome.refusal(), words)), List.of(), words);
        }
        return shown(outcome, page.say("access.account.made", form.name()), next);
    }

    @GetMapping("/accounts/{id}")
    ModelAndView show(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        return account(require(id), AccountForm.EMPTY, FormErrors.NONE, List.of(), page.words());
    }

    @PostMapping("/accounts/{id}/desks")
    ModelAndView giveDesk(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        Words words = page.words();
        AccountEntry account = require(id);
        AccountForm form = AccountForm.of(sent);
        LocalDate today = LocalDate.now(clock);
        Asked asked = ask(form, form.dayErrors(words, today), words);
        if (!(asked.place() instanceof DeskPlaces.Found.One one)
                || !asked.errors().isEmpty()) {
            return account(account, form, asked.errors(), asked.options(), words);
        }
        Outcome outcome = keeping.giveDesk(account, one.at(form.wantedRole().orElseThrow()), form.days(today));
        if (outcome.refusal() != null) {
            return account(account, form, FormErrors.of("place", said(outcome.refusal(), words)), List.of(), words);
        }
        return shown(outcome, page.say("access.desk.given"), next);
    }

    @PostMapping("/accounts/{id}/desks/{desk}/end")
    ModelAndView endDesk(
            @PathVariable UUID id,
            @PathVariable UUID desk,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        AccountEntry account = require(id);
        AccountEntry.DeskEntry ended = account.desks().stream()
                .filter(one -> one.id().equals(desk))
                .findFirst()
                .orElseThrow(AccountKeepingPages::unknown);
        return answered(account, keeping.endDesk(account, ended), page.say("access.desk.ended"), page, next);
    }

    @PostMapping("/accounts/{id}/password")
    ModelAndView givePassword(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        AccountEntry account = require(id);
        return answered(account, keeping.givePassword(account), page.say("access.password.given"), page, next);
    }

    @PostMapping("/accounts/{id}/unlocking")
    ModelAndView unlock(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        AccountEntry account = require(id);
        return answered(account, keeping.unlock(account), page.say("access.unlocked"), page, next);
    }

    @PostMapping("/accounts/{id}/second-factor/end")
    ModelAndView endSecondFactor(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        AccountEntry account = require(id);
        return answered(account, keeping.endSecondFactor(account), page.say("access.second.ended"), page, next);
    }

    @PostMapping("/accounts/{id}/identity")
    ModelAndView identify(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String identity,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        AccountEntry account = require(id);
        String wanted = identity.strip();
        if (wanted.length() > LONGEST_IDENTITY || wanted.chars().anyMatch(Character::isISOControl)) {
            next.addFlashAttribute("notice", Notice.warning(page.say("access.identity.wrong")));
            return new ModelAndView("redirect:/accounts/" + account.id());
        }
        return answered(account, keeping.identify(account, wanted), page.say("access.identity.done"), page, next);
    }

    @PostMapping("/accounts/{id}/closing")
    ModelAndView close(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        AccountEntry account = require(id);
        return answered(account, keeping.close(account), page.say("access.account.closed"), page, next);
    }

    @PostMapping("/accounts/{id}/opening")
    ModelAndView open(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        AccountEntry account = require(id);
        return answered(account, keeping.reopen(account), page.say("access.account.opened"), page, next);
    }

    /** What a typed desk came to. */
    private record Asked(FormErrors errors, DeskPlaces.@Nullable Found place, List<Option> options) {}

    private Asked ask(AccountForm form, FormErrors errors, Words words) {
        Optional<Role> role = form.wantedRole();
        if (role.isEmpty()) {
            return new Asked(errors.and("role", words.say("access.role.wrong")), null, List.of());
        }
        DeskPlaces.Found found = places.find(form, role.get(), words);
        List<Option> options = found instanceof DeskPlaces.Found.Several several ? several.options() : List.of();
        return new Asked(DeskPlaces.with(errors, found, words), found, options);
    }

    private AccountEntry require(UUID id) {
        return keeping.find(id).orElseThrow(AccountKeepingPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView answered(
            AccountEntry account, Outcome outcome, String done, Page page, RedirectAttributes next) {
        if (outcome.refusal() == null) {
            return shown(outcome, done, next);
        }
        next.addFlashAttribute("notice", Notice.warning(said(outcome.refusal(), page.words())));
        return new ModelAndView("redirect:/accounts/" + account.id());
    }

    private static ModelAndView shown(Outcome outcome, String done, RedirectAttributes next) {
        next.addFlashAttribute("notice", Notice.done(done));
        if (outcome.password() != null) {
            next.addFlashAttribute("password", outcome.password());
        }
        return new ModelAndView("redirect:/accounts/" + outcome.account());
    }

    private static String field(@Nullable AccountRefusal refusal) {
        return refusal == AccountRefusal.NAME_TAKEN ? "name" : "place";
    }

    private static String said(@Nullable AccountRefusal refusal, Words words) {
        return words.say("access.refusal." + refusal);
    }

    private static ModelAndView newForm(AccountForm form, FormErrors errors, List<Option> options, Words words) {
        return new ModelAndView(
                "access/web/account-new",
                Map.of("form", form, "errors", errors, "roles", form.roles(words), "options", options),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView account(
            AccountEntry entry, AccountForm form, FormErrors errors, List<Option> options, Words words) {
        AccountView view = views.of(List.of(entry), words).getFirst();
        return new ModelAndView(
                "access/web/account",
                Map.of(
                        "account",
                        view,
                        "form",
                        form,
                        "errors",
                        errors,
                        "roles",
                        form.roles(words),
                        "options",
                        options,
                        "failures",
                        guard.failures(entry.name()),
                        "second",
                        factors.isOn(entry.name()),
                        "identity",
                        keeping.externalId(entry),
                        "provider",
                        provider.isOn() ? provider.name() : ""),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
