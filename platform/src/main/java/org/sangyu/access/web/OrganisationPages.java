package org.sangyu.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.access.internal.Department;
import org.sangyu.access.internal.Departments;
import org.sangyu.access.internal.OrganisationEntry;
import org.sangyu.access.internal.Organisations;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
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

/** The security administrator's organisations: in whose name desks are held. */
@Controller
class OrganisationPages {

    private static final int ROWS = 50;
    private static final List<PlaceLevel> LEVELS =
            List.of(PlaceLevel.CITY, PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP, PlaceLevel.VILLAGE);

    private final Organisations organisations;
    private final Departments departments;
    private final DeskPlaces places;
    private final Regions regions;
    private final Clock clock;

    OrganisationPages(
            Organisations organisations, Departments departments, DeskPlaces places, Regions regions, Clock clock) {
        this.organisations = organisations;
        this.departments = departments;
        this.places = places;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/organisations")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page) {
        String sought = q.strip().substring(0, Math.min(q.strip().length(), OrganisationForm.LONGEST_NAME));
        ListPage<OrganisationEntry> found =
                ListPage.read(number, ROWS, (offset, limit) -> organisations.list(sought, offset, limit));
        String text = page.say("access.organisations.rows", found.first(ROWS), found.last(ROWS));
        return new ModelAndView(
                "access/web/organisations",
                Map.of("q", sought, "rows", views(found.rows(), page), "pager", found.pager(page, text)));
    }

    @GetMapping("/organisations/new")
    ModelAndView blank(@ModelAttribute("page") Page page) {
        return form(OrganisationForm.EMPTY, FormErrors.NONE, List.of(), page);
    }

    @PostMapping("/organisations")
    ModelAndView add(
            @RequestParam Map<String, String> sent, @ModelAttribute("page") Page page, RedirectAttributes next) {
        OrganisationForm form = OrganisationForm.of(sent);
        LocalDate today = LocalDate.now(clock);
        DeskPlaces.Found found = places.place(form.place(), form.chosen(), levels(form), page.words());
        FormErrors errors = DeskPlaces.with(form.errors(departments.all(), page.words(), today), found, page.words());
        if (!(found instanceof DeskPlaces.Found.One one) || !errors.isEmpty()) {
            List<Option> options = found instanceof DeskPlaces.Found.Several several ? several.options() : List.of();
            return form(form, errors, options, page);
        }
        Optional<UUID> added = organisations.add(form.wanted(one.place(), today));
        if (added.isEmpty()) {
            return form(form, FormErrors.of("name", page.say("access.organisation.taken")), List.of(), page);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("access.organisation.added", form.name())));
        return new ModelAndView("redirect:/organisations/" + added.get());
    }

    @GetMapping("/organisations/{id}")
    ModelAndView show(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        return shown(require(id), FormErrors.NONE, page);
    }

    @PostMapping("/organisations/{id}/name")
    ModelAndView rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        OrganisationEntry entry = require(id);
        String wanted = name.strip();
        if (!OrganisationForm.isName(wanted)) {
            String wrong = page.say("access.organisation.name.wrong", OrganisationForm.LONGEST_NAME);
            return shown(entry, FormErrors.of("name", wrong), page);
        }
        if (!organisations.rename(entry, wanted)) {
            return shown(entry, FormErrors.of("name", page.say("access.organisation.taken")), page);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("access.organisation.renamed", wanted)));
        return new ModelAndView("redirect:/organisations/" + id);
    }

    @PostMapping("/organisations/{id}/end")
    ModelAndView end(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        OrganisationEntry entry = require(id);
        next.addFlashAttribute(
                "notice",
                organisations.end(entry)
                        ? Notice.done(page.say("access.organisation.ended", entry.name(), entry.desks()))
                        : Notice.warning(page.say("access.organisation.over.before", entry.name())));
        return new ModelAndView("redirect:/organisations/" + id);
    }

    /** Other departments are those of a city or a county; the rest may lie anywhere in it. */
    private static List<PlaceLevel> levels(OrganisationForm form) {
        return form.kind().equals("DEPARTMENT") ? List.of(PlaceLevel.CITY, PlaceLevel.COUNTY) : LEVELS;
    }

    private OrganisationEntry require(UUID id) {
        return organisations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(OrganisationForm form, FormErrors errors, List<Option> options, Page page) {
        return new ModelAndView(
                "access/web/organisation-new",
                Map.of(
                        "form", form,
                        "errors", errors,
                        "kinds", form.kinds(page.words()),
                        "departments", form.departments(departments.all(), page.words()),
                        "options", options),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView shown(OrganisationEntry entry, FormErrors errors, Page page) {
        return new ModelAndView(
                "access/web/organisation",
                Map.of("view", views(List.of(entry), page).getFirst(), "errors", errors),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<OrganisationView> views(List<OrganisationEntry> entries, Page page) {
        Map<Place, String> names = regions.fullNames(
                entries.stream().map(OrganisationEntry::place).distinct().toList());
        return entries.stream().map(entry -> view(entry, names, page)).toList();
    }

    private OrganisationView view(OrganisationEntry entry, Map<Place, String> names, Page page) {
        LocalDate today = LocalDate.now(clock);
        boolean over = entry.isOver(today);
        String state = over ? "over" : entry.from().isAfter(today) ? "later" : "open";
        String kind = page.say("access.organisation.kind." + entry.kind());
        String department = departments
                .find(entry.department())
                .map((Department one) -> " · " + one.name(page.words().language()))
                .orElse("");
        LocalDate to = entry.to();
        return new OrganisationView(
                "/organisations/" + entry.id(),
                entry.name(),
                kind + department,
                names.getOrDefault(entry.place(), entry.place().path()),
                to == null
                        ? page.say("access.organisation.since", Formats.date(entry.from()))
                        : to.equals(entry.from())
                                ? Formats.date(to)
                                : page.say(
                                        "access.day.span", Formats.date(entry.from()), Formats.date(to.minusDays(1))),
                Formats.count(entry.desks()),
                over ? "off" : state.equals("later") ? "wait" : "ok",
                page.say("access.organisation.state." + state),
                !over);
    }
}
