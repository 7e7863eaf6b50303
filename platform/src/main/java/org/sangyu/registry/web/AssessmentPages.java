package org.sangyu.registry.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
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

/** An assessor records the ability of somebody assigned to them; nothing else, and only as an assessment. */
@Controller
class AssessmentPages {

    private final Registry registry;
    private final FactForms forms;

    AssessmentPages(Registry registry, FactForms forms) {
        this.registry = registry;
        this.forms = forms;
    }

    @GetMapping("/visits/{id}/assessment")
    ModelAndView blank(@PathVariable String id, @ModelAttribute("page") Page page) {
        ElderSummary person = person(id);
        return form(forms.blank(person, FactKind.ABILITY, assessed(Map.of()), page.words()), person, HttpStatus.OK);
    }

    @PostMapping("/visits/{id}/assessment")
    ModelAndView record(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @ModelAttribute("page") Page page,
            RedirectAttributes next) {
        ElderSummary person = person(id);
        FactPages.Edit edit = new FactPages.Edit(person, FactKind.ABILITY, null, assessed(sent));
        FactForms.Read read = forms.read(edit, page.words());
        NewFact fact = read.fact();
        if (fact == null) {
            return form(forms.again(edit, read, page.words()), person, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        FactChange change = registry.record(person.id(), FactPages.version(sent), fact);
        if (!(change instanceof FactChange.Done)) {
            FactForms.Read refused = read.refused(change, page.words());
            return form(forms.again(edit, refused, page.words()), person, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("registry.done.record")));
        return new ModelAndView("redirect:/visits/" + person.id());
    }

    /** Whatever was sent, it is an assessment. */
    private static Map<String, String> assessed(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>(sent);
        values.put("source", FactSourceCode.ASSESSMENT.name());
        return values;
    }

    private ElderSummary person(String id) {
        if (CurrentDesk.get().role() != Role.ASSESSOR) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ElderPages.find(registry, id, CurrentDesk.get().scope());
    }

    private static ModelAndView form(FactFormView view, ElderSummary person, HttpStatus status) {
        List<FieldView> fields = view.fields().stream()
                .filter(field -> !field.name().equals("source"))
                .toList();
        FactFormView own = new FactFormView(
                view.title(),
                view.person(),
                "/visits/" + person.id(),
                "/visits/" + person.id() + "/assessment",
                view.version(),
                view.kind(),
                fields,
                view.errors(),
                view.note());
        return new ModelAndView("registry/web/assessment", Map.of("view", own), status);
    }
}
