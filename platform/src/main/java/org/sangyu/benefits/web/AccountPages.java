package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.PayeeAccount;
import org.sangyu.benefits.internal.enrolment.PayeeAccounts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts that one person proposed and another has to confirm. */
@Controller
class AccountPages {

    private static final int PAGE = 40;

    private final PayeeAccounts accounts;
    private final ChangeAccount change;
    private final Shown shown;

    AccountPages(PayeeAccounts accounts, ChangeAccount change, Shown shown) {
        this.accounts = accounts;
        this.change = change;
        this.shown = shown;
    }

    @GetMapping("/enrolments/accounts")
    String list(
            @RequestParam(defaultValue = "") String flagged,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Desk desk = CurrentDesk.get();
        boolean only = flagged.equals("true");
        ListPage<PayeeAccount> found =
                ListPage.read(number, PAGE, (offset, limit) -> accounts.waiting(desk.scope(), only, offset, limit));
        List<PayeeAccount> shownRows = found.rows();
        long total = accounts.countWaiting(desk.scope());
        Shown.Names names = shown.names(
                shownRows.stream().map(PayeeAccount::elder).distinct().toList(),
                shownRows.stream().map(PayeeAccount::place).distinct().toList(),
                desk.scope(),
                page.words().language());
        model.addAttribute(
                "view",
                new ListViews.Accounts(
                        Formats.count(total),
                        List.of(
                                new Chip(
                                        page.say("benefits.accounts.all"),
                                        Formats.count(total),
                                        page.filtered("flagged", null),
                                        !only),
                                new Chip(
                                        page.say("benefits.accounts.flagged"),
                                        "",
                                        page.filtered("flagged", "true"),
                                        only)),
                        shownRows.stream()
                                .map(row -> row(row, names, desk, page.words()))
                                .toList(),
                        ChangeAccount.mayConfirm(desk.role()),
                        found.pager(page, page.say("benefits.page", found.number()))));
        return "benefits/web/accounts";
    }

    @PostMapping("/enrolments/accounts/confirm")
    String confirm(
            @RequestParam(required = false) @Nullable List<UUID> id,
            @RequestParam(defaultValue = "") String all,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        if (!ChangeAccount.mayConfirm(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (all.equals("true")) {
            return "redirect:/jobs/" + change.confirmAll();
        }
        long done = id == null
                ? 0
                : change.confirm(id.stream().filter(Objects::nonNull).toList());
        flash.addFlashAttribute(
                "notice",
                done == 0
                        ? Notice.warning(page.say("benefits.accounts.none"))
                        : Notice.done(page.say("benefits.accounts.done", done)));
        return "redirect:/enrolments/accounts";
    }

    private ListViews.AccountRow row(PayeeAccount row, Shown.Names names, Desk desk, Words words) {
        List<String> flags = new ArrayList<>();
        if (row.holderDiffers()) {
            flags.add(words.say("benefits.account.differs"));
        }
        if (row.shared()) {
            flags.add(words.say("benefits.account.shared"));
        }
        return new ListViews.AccountRow(
                row.id().toString(),
                "/enrolments/" + row.enrolment(),
                names.name(row.elder()),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                words.say("benefits.kind." + row.kind()),
                row.relation().isEmpty() ? row.holder() : row.holder() + "（" + row.relation() + "）",
                row.bank(),
                "···· " + row.lastFour(),
                row.proposedName() + " · " + Formats.instant(row.proposedAt()),
                flags,
                row.proposedBy().equals(desk.account()));
    }
}
