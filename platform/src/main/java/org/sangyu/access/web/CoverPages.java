package org.sangyu.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.Cover;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
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

/** Lending one's desk for some days, and taking it back. */
@Controller
class CoverPages {

    private final Cover cover;
    private final Regions regions;

    CoverPages(Cover cover, Regions regions) {
        this.cover = cover;
        this.regions = regions;
    }

    /** A desk to be lent, as typed. */
    public record Form(String colleague, String from, String last) {

        static final Form EMPTY = new Form("", "", "");
    }

    @GetMapping("/desks/cover")
    ModelAndView show(@ModelAttribute("page") Page page) {
        return shown(Form.EMPTY, FormErrors.NONE, page);
    }

    @PostMapping("/desks/cover")
    ModelAndView lend(
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String last,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        Form form = new Form(colleague.strip().toLowerCase(Locale.ROOT), from, last);
        LocalDate first = TypedDay.of(from);
        LocalDate end = TypedDay.of(last);
        Cover.@Nullable Refusal refusal =
                first == null || end == null ? Cover.Refusal.DAYS : cover.lend(form.colleague(), first, end);
        if (refusal != null) {
            String field =
                    switch (refusal) {
                        case DAYS -> "last";
                        case NO_COLLEAGUE, ALREADY, NOT_THIS_DESK, LENT_ITSELF -> "colleague";
                    };
            return shown(form, FormErrors.of(field, page.say("access.cover.refusal." + refusal, cover.most())), page);
        }
        next.addFlashAttribute(
                "notice", Notice.done(page.say("access.cover.done", Formats.date(first), Formats.date(end))));
        return new ModelAndView("redirect:/desks/cover");
    }

    @PostMapping("/desks/cover/{id}/end")
    ModelAndView end(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        if (!cover.end(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("access.cover.ended")));
        return new ModelAndView("redirect:/desks/cover");
    }

    private ModelAndView shown(Form form, FormErrors errors, Page page) {
        List<Cover.Lent> lent = cover.list();
        Map<Place, String> names =
                regions.names(lent.stream().map(Cover.Lent::place).distinct().toList());
        List<CoverView> rows = lent.stream()
                .map(one -> new CoverView(
                        one.id().toString(),
                        one.person(),
                        page.say("access.role." + one.role()) + " "
                                + names.getOrDefault(one.place(), one.place().path()),
                        page.say("access.day.span", Formats.date(one.from()), Formats.date(one.last()))))
                .toList();
        return new ModelAndView(
                "access/web/cover",
                Map.of(
                        "form",
                        form,
                        "errors",
                        errors,
                        "rows",
                        rows,
                        "may",
                        Cover.mayLend(CurrentDesk.get().role()),
                        "most",
                        cover.most()),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
