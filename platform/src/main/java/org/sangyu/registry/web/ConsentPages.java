package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.trust.Consents;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom an elder trusts: recorded and ended by a worker, read and ended by the elder. */
@Controller
class ConsentPages {

    private static final int MOST = 100;
    private static final String USUAL_SIZE = "2";

    private final Registry registry;
    private final Consents consents;
    private final Clock clock;

    ConsentPages(Registry registry, Consents consents, Clock clock) {
        this.registry = registry;
        this.consents = consents;
        this.clock = clock;
    }

    @GetMapping("/elders/{id}/consents")
    ModelAndView list(@PathVariable String id, @ModelAttribute("page") Page page) {
        return shown(person(id), ConsentForm.empty(), FormErrors.NONE, page);
    }

    @PostMapping("/elders/{id}/consents")
    ModelAndView record(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "purposes", required = false, defaultValue = "") List<String> purposes,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        ElderSummary person = person(id);
        ConsentForm form = ConsentForm.of(sent, purposes);
        LocalDate today = LocalDate.now(clock);
        FormErrors errors = form.errors(page.words(), today);
        if (!errors.isEmpty()) {
            return shown(person, form, errors, page);
        }
        consents.record(person.id(), person.place(), form.ready(today));
        next.addFlashAttribute("notice", Notice.done(page.say("registry.consent.done", form.person())));
        return new ModelAndView("redirect:/elders/" + person.id() + "/consents");
    }

    @PostMapping("/elders/{id}/consents/{consent}/end")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable UUID consent,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        ElderSummary person = person(id);
        return ended(person, consent, "/elders/" + person.id() + "/consents", page, next);
    }

    @GetMapping("/me/consents")
    ModelAndView mine(
            @CookieValue(name = "size", defaultValue = USUAL_SIZE) String size, @ModelAttribute("page") Page page) {
        ElderSummary person = me();
        return new ModelAndView(
                "registry/web/my-consents",
                Map.of(
                        "name",
                        person.name(),
                        "rows",
                        rows(person, page).stream().filter(ConsentView::open).toList(),
                        "size",
                        size.matches("[1-4]") ? size : USUAL_SIZE));
    }

    @PostMapping("/me/consents/{consent}/end")
    ModelAndView endMine(@PathVariable UUID consent, @ModelAttribute("page") Page page, RedirectAttributes next) {
        return ended(me(), consent, "/me/consents", page, next);
    }

    private ModelAndView ended(ElderSummary person, UUID consent, String back, Page page, RedirectAttributes next) {
        if (!consents.end(person.id(), consent, person.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("registry.consent.ended")));
        return new ModelAndView("redirect:" + back);
    }

    private ModelAndView shown(ElderSummary person, ConsentForm form, FormErrors errors, Page page) {
        return new ModelAndView(
                "registry/web/consents",
                Map.of(
                        "id",
                        person.id().toString(),
                        "name",
                        person.name(),
                        "rows",
                        rows(person, page),
                        "form",
                        form,
                        "errors",
                        errors,
                        "may",
                        Rights.mayChange(CurrentDesk.get())),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<ConsentView> rows(ElderSummary person, Page page) {
        return ConsentViews.of(
                consents.list(person.id(), CurrentDesk.get().scope(), MOST), LocalDate.now(clock), page.words());
    }

    private ElderSummary person(String id) {
        return ElderPages.find(registry, id, CurrentDesk.get().scope());
    }

    private ElderSummary me() {
        ElderId elder = CurrentDesk.get().scope().people().getFirst();
        return registry.find(elder, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
