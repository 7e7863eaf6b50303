package org.sangyu.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.LedgerExport;
import org.sangyu.access.internal.LedgerReading;
import org.sangyu.access.internal.LedgerReading.Line;
import org.sangyu.access.internal.LedgerReading.Sought;
import org.sangyu.access.seal.Seal;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderByNumber;
import org.sangyu.shared.ElderId;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's ledger: who did what, where and when, how it is sealed, and an export that anybody can check. */
@Controller
class LedgerPages {

    private static final int ROWS = 50;
    private static final UUID NOBODY = new UUID(0, 0);

    private final LedgerReading ledger;
    private final LedgerViews views;
    private final LedgerExport export;
    private final ObjectProvider<ElderByNumber> elders;
    private final Clock clock;

    LedgerPages(
            LedgerReading ledger,
            LedgerViews views,
            LedgerExport export,
            ObjectProvider<ElderByNumber> elders,
            Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.export = export;
        this.elders = elders;
        this.clock = clock;
    }

    @GetMapping("/ledger")
    ModelAndView list(
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page) {
        LedgerForm form = LedgerForm.of(sent);
        FormErrors errors = form.errors(page.words());
        return shown(form, errors, number, page);
    }

    @PostMapping("/ledger/export")
    ModelAndView export(@RequestParam Map<String, String> sent, @ModelAttribute("page") Page page) {
        LedgerForm form = LedgerForm.of(sent);
        FormErrors errors = form.errors(page.words());
        if (!errors.isEmpty()) {
            return shown(form, errors, new PageNumber(1), page);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate last = form.lastDay() == null ? today : form.lastDay();
        LocalDate from = form.fromDay() == null ? last.withDayOfMonth(1) : form.fromDay();
        return new ModelAndView("redirect:/jobs/" + export.start(from, last));
    }

    private ModelAndView shown(LedgerForm form, FormErrors errors, PageNumber number, Page page) {
        Desk desk = CurrentDesk.get();
        Sought sought = new Sought(form.who(), form.verb(), about(form, desk), form.fromDay(), form.lastDay());
        ListPage<Line> found =
                ListPage.read(number, ROWS, (offset, limit) -> ledger.list(desk.scope(), sought, offset, limit));
        List<LedgerView> rows = views.of(found.rows(), form, page.words());
        String text = page.say("access.ledger.rows", found.first(ROWS), found.last(ROWS));
        Seal newest = ledger.newest().orElse(null);
        return new ModelAndView(
                "access/web/ledger",
                Map.of(
                        "form",
                        form,
                        "errors",
                        errors,
                        "verbs",
                        views.verbs(ledger.verbs(desk.scope()), form.verb(), page.words()),
                        "rows",
                        rows,
                        "pager",
                        found.pager(page, text),
                        "root",
                        newest == null ? "" : newest.printed(),
                        "seal",
                        newest == null
                                ? page.say("access.ledger.none-sealed")
                                : page.say(
                                        "access.ledger.newest",
                                        Formats.count(newest.number()),
                                        Formats.instant(newest.at()),
                                        newest.algorithm().written())),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the search is about: an id as the list shows it, else the person with that ID number, else nothing at all. */
    private @Nullable UUID about(LedgerForm form, Desk desk) {
        if (form.about().isEmpty()) {
            return null;
        }
        UUID typed = form.subject();
        if (typed != null) {
            return typed;
        }
        return elders.orderedStream()
                .flatMap(one -> one.find(form.about(), desk.scope()).stream())
                .map(ElderId::value)
                .findFirst()
                .orElse(NOBODY);
    }
}
