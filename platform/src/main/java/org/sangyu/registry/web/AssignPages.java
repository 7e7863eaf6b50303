package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.assign.Assignment;
import org.sangyu.registry.internal.assign.Assignments;
import org.sangyu.registry.internal.assign.Assignments.Outcome;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.sangyu.shared.VisitingDesks.VisitingDesk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
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

/** Gives people of a list to a visitor or an assessor, and shows and ends it for one elder. */
@Controller
class AssignPages {

    private static final int MOST_SHOWN = 100;

    private final Registry registry;
    private final Assignments assignments;
    private final Clock clock;

    AssignPages(Registry registry, Assignments assignments, Clock clock) {
        this.registry = registry;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Asks to whom first; sent again with it, the people are given. */
    @PostMapping("/elders/assignments")
    ModelAndView assign(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute AssignForm form,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        ElderQuery query = ElderQuery.of(parameters);
        Scope scope = CurrentDesk.get().scope();
        if (query.place() != null && !scope.contains(query.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<ElderId> people =
                form.isAll() ? registry.ids(scope, query.filter(), null, Scope.MOST_PEOPLE + 1) : form.picked();
        if (people.isEmpty() || people.size() > Scope.MOST_PEOPLE) {
            String refusal = people.isEmpty() ? "registry.many.nobody" : "registry.assign.many";
            next.addFlashAttribute("notice", Notice.warning(page.say(refusal, Scope.MOST_PEOPLE)));
            return new ModelAndView("redirect:" + query.href());
        }
        Asked asked = new Asked(query, form, people, assignments.desks());
        return form.isAsked() ? give(asked, page, next) : form(asked, FormErrors.NONE, page);
    }

    /** Which people of which list, and to whom they can be given. */
    private record Asked(ElderQuery query, AssignForm form, List<ElderId> people, List<VisitingDesk> desks) {

        Optional<VisitingDesk> to() {
            return desks.stream()
                    .filter(one -> one.id().toString().equals(form.desk()))
                    .findFirst();
        }
    }

    private ModelAndView give(Asked asked, Page page, RedirectAttributes next) {
        FormErrors errors = asked.form().errors(page, LocalDate.now(clock));
        Optional<VisitingDesk> to = asked.to();
        if (to.isEmpty()) {
            errors = errors.and("desk", page.say("registry.assign.desk.wrong"));
        }
        if (!errors.isEmpty()) {
            return form(asked, errors, page);
        }
        Scope scope = CurrentDesk.get().scope();
        return switch (assignments.assign(
                to.orElseThrow(), asked.people(), asked.form().days(), scope)) {
            case Outcome.TooMany many -> {
                String sentence = page.say("registry.assign.full", many.already(), Scope.MOST_PEOPLE);
                yield form(asked, FormErrors.of("desk", sentence), page);
            }
            case Outcome.Done done -> {
                String person = to.orElseThrow().person();
                next.addFlashAttribute("notice", Notice.done(page.say("registry.assign.done", done.people(), person)));
                yield new ModelAndView("redirect:" + asked.query().href());
            }
        };
    }

    @GetMapping("/elders/{id}/assignments")
    ModelAndView list(@PathVariable String id, @ModelAttribute("page") Page page) {
        ElderSummary person = person(id);
        List<AssignedView> rows = assignments
                .list(person.id(), CurrentDesk.get().scope(), MOST_SHOWN)
                .stream()
                .map(one -> view(one, page))
                .toList();
        return new ModelAndView(
                "registry/web/assigned",
                Map.of(
                        "id", person.id().toString(),
                        "name", person.name(),
                        "rows", rows,
                        "may", Rights.mayAssign(CurrentDesk.get())));
    }

    @PostMapping("/elders/{id}/assignments/{assignment}/end")
    String end(
            @PathVariable String id,
            @PathVariable UUID assignment,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        ElderSummary person = person(id);
        if (!Rights.mayAssign(CurrentDesk.get()) || !assignments.end(person.id(), assignment, person.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("registry.assign.ended")));
        return "redirect:/elders/" + person.id() + "/assignments";
    }

    private ElderSummary person(String id) {
        return ElderPages.find(registry, id, CurrentDesk.get().scope());
    }

    private AssignedView view(Assignment one, Page page) {
        LocalDate today = LocalDate.now(clock);
        String state = !one.isOpen(today) ? "over" : one.from().isAfter(today) ? "later" : "open";
        LocalDate to = one.to();
        return new AssignedView(
                one.id().toString(),
                one.person(),
                page.say("access.role." + one.role()),
                to == null || to.equals(one.from())
                        ? page.say("registry.assign.since", Formats.date(one.from()))
                        : page.say("registry.assign.span", Formats.date(one.from()), Formats.lastDay(to)),
                state.equals("open") ? "ok" : state.equals("later") ? "wait" : "off",
                page.say("registry.assign.state." + state),
                one.isOpen(today));
    }

    private ModelAndView form(Asked asked, FormErrors errors, Page page) {
        AssignForm form = asked.form();
        List<Option> options = new ArrayList<>();
        for (VisitingDesk one : asked.desks()) {
            String text = one.person() + " · " + page.say("access.role." + one.role());
            options.add(
                    new Option(one.id().toString(), text, one.id().toString().equals(form.desk())));
        }
        String from = TagManyForm.typed(form.from());
        AssignView view = new AssignView(
                page.say("registry.assign.title", Formats.count(asked.people().size())),
                asked.query().href("/elders/assignments", null),
                asked.query().href(),
                form.isAll()
                        ? List.of()
                        : asked.people().stream().map(ElderId::toString).toList(),
                form.isAll(),
                options,
                from.isEmpty() ? LocalDate.now(clock).toString() : from,
                TagManyForm.typed(form.last()),
                errors);
        return new ModelAndView(
                "registry/web/assign",
                Map.of("view", view),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
