package org.sangyu.benefits.web.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.benefits.internal.cycle.Slice;
import org.sangyu.benefits.internal.cycle.Totals;
import org.sangyu.benefits.web.SheetExport;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The payments that a running total counts, one line each, down to the person, the clause and the bank's reference. */
@Controller
class PaymentPages {

    private static final int PAGE = 50;

    private final Totals totals;
    private final BenefitNames names;
    private final PaymentSheet sheet;
    private final SheetExport export;

    PaymentPages(Totals totals, BenefitNames names, PaymentSheet sheet, SheetExport export) {
        this.totals = totals;
        this.names = names;
        this.sheet = sheet;
        this.export = export;
    }

    /** One payment. */
    public record Row(
            String name,
            String elder,
            String place,
            String benefit,
            String policy,
            String period,
            String paidOn,
            String yuan,
            String cycle,
            String cycleHref,
            String reference,
            String why) {}

    @GetMapping("/cycles/payments")
    String payments(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page, Model model) {
        Desk desk = CurrentDesk.get();
        Map<String, String> benefits =
                names.of(TotalPages.place(desk), page.words().language());
        Totals.Filter filter =
                TotalQuery.of(query, benefits.keySet(), desk.scope()).filter();
        ListPage<Totals.Payment> found = ListPage.read(
                PageNumber.of(query.get("page")),
                PAGE,
                (offset, limit) -> totals.payments(desk.scope(), filter, new Slice(offset, limit)));
        Totals.Row sum = totals.sum(desk.scope(), filter);
        model.addAttribute(
                "rows",
                found.rows().stream().map(row -> row(row, benefits, page)).toList());
        model.addAttribute(
                "sum",
                page.say(
                        "cycles.payments.sum",
                        Formats.count(sum.personTimes()),
                        Formats.count(sum.persons()),
                        CycleViews.yuan(sum.fen())));
        model.addAttribute("what", what(filter, benefits, page));
        model.addAttribute("by", by(filter.by(), page));
        model.addAttribute("benefits", TotalPages.benefitOptions(benefits, String.valueOf(filter.benefit()), page));
        model.addAttribute("fields", TotalQuery.parts(filter));
        model.addAttribute("back", TotalQuery.address("/cycles/totals", filter));
        model.addAttribute("pager", found.pager(page, page.say("cycles.cycle.page", found.number())));
        return "benefits/web/cycle/payments";
    }

    @PostMapping("/cycles/payments/export")
    String export(@RequestParam Map<String, String> query, @ModelAttribute("page") Page page) {
        Desk desk = CurrentDesk.get();
        Map<String, String> benefits =
                names.of(TotalPages.place(desk), page.words().language());
        Totals.Filter filter =
                TotalQuery.of(query, benefits.keySet(), desk.scope()).filter();
        return "redirect:/jobs/" + export.start(sheet, TotalQuery.parts(filter), page.words());
    }

    private static List<Option> by(Totals.By chosen, Page page) {
        List<Option> options = new ArrayList<>();
        for (Totals.By one : Totals.By.values()) {
            options.add(new Option(one.name(), page.say("cycles.totals.by." + one), one == chosen));
        }
        return options;
    }

    /** The filter in words, so that a printed or sent page says what it counts. */
    private String what(Totals.Filter filter, Map<String, String> benefits, Page page) {
        List<String> parts = new ArrayList<>();
        parts.add(
                filter.place() == null
                        ? ""
                        : names.townshipAndPlace(filter.place().path()));
        parts.add(filter.benefit() == null ? "" : benefits.getOrDefault(filter.benefit(), filter.benefit()));
        if (filter.from() != null || filter.to() != null) {
            parts.add(page.say("cycles.totals.by." + filter.by())
                    + " "
                    + (filter.from() == null ? "" : filter.from().toString())
                    + "–"
                    + (filter.to() == null ? "" : filter.to().toString()));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private Row row(Totals.Payment one, Map<String, String> benefits, Page page) {
        return new Row(
                one.name(),
                "/elders/" + one.elder(),
                names.townshipAndPlace(one.place()),
                benefits.getOrDefault(one.benefit(), one.benefit()),
                "/policies/" + one.benefit(),
                one.period().equals("ONCE") ? page.say("cycles.once") : one.period(),
                Formats.date(one.paidOn()),
                CycleViews.yuan(one.fen()),
                page.say("cycles.payments.cycle", String.valueOf(one.cycleNumber())),
                "/cycles/" + one.cycle(),
                one.reference(),
                page.words().language() == Language.ZH ? one.textZh() : one.textEn());
    }
}
