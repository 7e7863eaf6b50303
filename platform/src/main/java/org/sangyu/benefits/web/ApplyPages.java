package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.ApplyForBenefit;
import org.sangyu.benefits.internal.enrolment.ApplyForBenefit.Result;
import org.sangyu.benefits.internal.enrolment.BenefitMode;
import org.sangyu.benefits.internal.enrolment.BenefitRules;
import org.sangyu.benefits.internal.enrolment.People;
import org.sangyu.benefits.internal.enrolment.Procedures;
import org.sangyu.shared.ActingFor;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in an application at a desk: who, for what, who applies. */
@Controller
class ApplyPages {

    private static final int MOST_FOUND = 20;
    private static final List<String> APPLICANTS = List.of("SELF", "RELATIVE", "CLERK");

    private final ApplyForBenefit apply;
    private final People people;
    private final BenefitRules rules;
    private final Procedures procedures;
    private final Shown shown;
    private final ObjectProvider<ActingFor> acting;

    ApplyPages(
            ApplyForBenefit apply,
            People people,
            BenefitRules rules,
            Procedures procedures,
            Shown shown,
            ObjectProvider<ActingFor> acting) {
        this.apply = apply;
        this.people = people;
        this.rules = rules;
        this.procedures = procedures;
        this.shown = shown;
        this.acting = acting;
    }

    /** An application as typed. */
    record Form(
            @Nullable String elder,
            @Nullable String benefit,
            @Nullable String applicant,
            @Nullable String applicantName) {

        static final Form NOTHING = new Form(null, null, null, null);

        String name() {
            return applicantName == null ? "" : applicantName.strip();
        }

        /** Without the relation that often stands behind it: 李明（儿子）. */
        String nameAlone() {
            return name().split("[（(\\s,，、]", 2)[0];
        }

        String applicantKind() {
            return applicant != null && APPLICANTS.contains(applicant) ? applicant : "SELF";
        }
    }

    @GetMapping("/enrolments/apply")
    String form(
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String elder,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute(
                "view",
                view(page, text, elder.isEmpty() ? null : person(elder), Form.NOTHING, FormErrors.NONE, List.of()));
        return "benefits/web/apply";
    }

    @PostMapping("/enrolments/apply")
    String send(
            Form form,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        People.Person person = person(form.elder() == null ? "" : form.elder());
        boolean nameless = !form.applicantKind().equals("SELF")
                && (form.name().isEmpty() || form.name().length() > 100);
        if (nameless) {
            return again(
                    page,
                    model,
                    response,
                    person,
                    form,
                    FormErrors.of("applicantName", page.say("benefits.apply.error.name")),
                    List.of());
        }
        String applicant = page.say("benefits.applicant." + form.applicantKind());
        Result result = apply.run(new ApplyForBenefit.Command(
                person.id(),
                form.benefit() == null ? "" : form.benefit(),
                form.name().isEmpty() ? applicant : applicant + " " + form.name() + consent(person.id(), form, page)));
        return switch (result) {
            case Result.Accepted accepted -> {
                flash.addFlashAttribute("notice", Notice.done(page.say("benefits.apply.accepted")));
                yield "redirect:/enrolments/" + accepted.enrolment();
            }
            case Result.Refused refused -> {
                flash.addFlashAttribute("notice", Notice.warning(page.say("benefits.apply.refused")));
                yield "redirect:/enrolments/" + refused.enrolment();
            }
            case Result.Undetermined open ->
                again(
                        page,
                        model,
                        response,
                        person,
                        form,
                        FormErrors.of("benefit", page.say("benefits.apply.undetermined")),
                        open.answer().because(page.words().language()).lines().toList());
            case Result.AlreadyOpen open -> open(open, page, model, response, person, form);
            case Result.PaidElsewhere elsewhere ->
                again(
                        page,
                        model,
                        response,
                        person,
                        form,
                        FormErrors.of("benefit", page.say("benefits.apply.elsewhere")),
                        List.of());
            case Result.NotHere none ->
                again(
                        page,
                        model,
                        response,
                        person,
                        form,
                        FormErrors.of("benefit", page.say("benefits.apply.none")),
                        List.of());
        };
    }

    /** With which consent somebody else applies, kept on the application. */
    private String consent(ElderId elder, Form form, Page page) {
        if (form.applicantKind().equals("SELF")) {
            return "";
        }
        return acting.stream()
                .flatMap(consents -> consents
                        .findLastDay(elder, form.nameAlone(), CurrentDesk.get().scope())
                        .stream())
                .findFirst()
                .map(last -> page.say("benefits.apply.consent", Formats.date(last)))
                .orElseGet(() -> page.say("benefits.apply.consent.none"));
    }

    private String open(
            Result.AlreadyOpen open,
            Page page,
            Model model,
            HttpServletResponse response,
            People.Person person,
            Form form) {
        Optional<UUID> here = open.enrolment();
        String sentence = here.isPresent() ? "benefits.apply.open" : "benefits.apply.open.elsewhere";
        return again(page, model, response, person, form, FormErrors.of("benefit", page.say(sentence)), List.of());
    }

    private String again(
            Page page,
            Model model,
            HttpServletResponse response,
            People.Person person,
            Form form,
            FormErrors errors,
            List<String> missing) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", view(page, "", person, form, errors, missing));
        return "benefits/web/apply";
    }

    private People.Person person(String id) {
        try {
            return people.find(ElderId.parse(id), CurrentDesk.get().scope())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private ListViews.Apply view(
            Page page,
            String text,
            People.@Nullable Person person,
            Form form,
            FormErrors errors,
            List<String> missing) {
        Desk desk = CurrentDesk.get();
        if (!ApplyForBenefit.mayApply(desk.role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<People.Person> found =
                person != null || text.isBlank() ? List.of() : people.search(desk.scope(), text.strip(), MOST_FOUND);
        List<People.Person> all = new ArrayList<>(found);
        if (person != null) {
            all.add(person);
        }
        Shown.Names names = shown.names(
                List.of(),
                all.stream().map(People.Person::place).distinct().toList(),
                desk.scope(),
                page.words().language());
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("applicantName", form.name());
        return new ListViews.Apply(
                text,
                found.stream().map(one -> found(one, names, page)).toList(),
                person == null ? null : found(person, names, page),
                person == null ? List.of() : benefits(person, form, desk, page),
                APPLICANTS.stream()
                        .map(one -> new Option(
                                one, page.say("benefits.applicant." + one), one.equals(form.applicantKind())))
                        .toList(),
                typed,
                errors,
                missing);
    }

    private ListViews.Found found(People.Person one, Shown.Names names, Page page) {
        return new ListViews.Found(
                one.id().toString(),
                one.name(),
                shown.sexAndAge(one, page.words()),
                one.maskedId() == null ? "" : one.maskedId(),
                names.place(one.place()),
                "/enrolments/apply?elder=" + one.id());
    }

    private List<Option> benefits(People.Person person, Form form, Desk desk, Page page) {
        if (person.place().path().length() < PlaceLevel.COUNTY.pathLength()) {
            return List.of();
        }
        Place county = person.place().at(PlaceLevel.COUNTY);
        List<String> all =
                rules.benefits(county).stream().map(BenefitRules.Benefit::id).toList();
        return procedures.of(county, all, desk.scope()).stream()
                .filter(one -> one.mode() == BenefitMode.PAID_HERE)
                .map(one -> new Option(
                        one.benefit(),
                        shown.benefit(one.benefit(), page.words()),
                        one.benefit().equals(form.benefit())))
                .toList();
    }
}
