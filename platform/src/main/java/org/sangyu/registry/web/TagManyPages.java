package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.registry.Category;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives the people picked in a list, or everybody who matches it, a category, or ends it, in the background. */
@Controller
class TagManyPages {

    private final Registry registry;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TagManyPages(Registry registry, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.registry = registry;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for the category first; sent again with it, the work begins. */
    @PostMapping("/elders/tags")
    String tag(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute TagManyForm form,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        ElderQuery query = ElderQuery.of(parameters);
        if (query.place() != null && !CurrentDesk.get().scope().contains(query.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<String> picked = picked(form);
        String refusal = form.isAll() && query.asksForANumber()
                ? "registry.many.number"
                : !form.isAll() && picked.isEmpty() ? "registry.many.nobody" : "";
        if (!refusal.isEmpty()) {
            next.addFlashAttribute("notice", Notice.warning(page.say(refusal)));
            return "redirect:" + query.href();
        }
        FormErrors errors = form.isAsked() ? errors(form, page) : FormErrors.NONE;
        if (form.isAsked() && errors.isEmpty()) {
            return "redirect:/jobs/" + start(query, form, picked, page);
        }
        model.addAttribute("view", view(query, form, picked, errors, page));
        return "registry/web/tagMany";
    }

    private UUID start(ElderQuery query, TagManyForm form, List<String> picked, Page page) {
        LocalDate day = Days.find(TagManyForm.typed(form.day())).orElseThrow();
        Map<String, String> arguments = new HashMap<>(query.arguments());
        arguments.put(TagManyJob.PICKED, form.isAll() ? "" : String.join(",", picked));
        arguments.put(TagManyJob.DEED, form.ends() ? "END" : "ADD");
        arguments.put(TagManyJob.TAG, TagManyForm.typed(form.category()));
        arguments.put(TagManyJob.DAY, (form.ends() ? day.plusDays(1) : day).toString());
        arguments.put(TagManyJob.SOURCE, TagManyForm.typed(form.source()));
        arguments.put(TagManyJob.EVIDENCE, TagManyForm.typed(form.evidence()));
        arguments.put(TagManyJob.REVIEWER, TagManyForm.typed(form.reviewer()));
        arguments.put(TagManyJob.BACK, query.href());
        Jobs.Title title = Jobs.Title.of(
                form.ends() ? "registry.many.job.END" : "registry.many.job.ADD",
                page.say("registry.tag." + TagManyForm.typed(form.category())));
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> jobs.start(TagManyJob.KIND, title, arguments)));
    }

    private FormErrors errors(TagManyForm form, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (Category.find(TagManyForm.typed(form.category())).isEmpty()) {
            errors = errors.and("category", page.say("registry.many.tag.missing"));
        }
        Optional<LocalDate> day = Days.find(TagManyForm.typed(form.day()));
        if (day.isEmpty()) {
            errors = errors.and("day", page.say("registry.many.day.wrong"));
        } else if (day.get().isAfter(LocalDate.now(clock).plusYears(1))) {
            errors = errors.and("day", page.say("registry.many.day.far"));
        }
        if (sources().noneMatch(source -> source.name().equals(form.source()))) {
            errors = errors.and("source", page.say("registry.many.source.missing"));
        }
        return errors;
    }

    private TagManyView view(ElderQuery query, TagManyForm form, List<String> picked, FormErrors errors, Page page) {
        String count = form.isAll()
                ? Formats.countUpToThousand(registry.counts(CurrentDesk.get().scope(), List.of(query.filter()))
                        .getFirst())
                : Formats.count(picked.size());
        return new TagManyView(
                page.say(form.ends() ? "registry.many.title.END" : "registry.many.title.ADD", count),
                query.href("/elders/tags", null),
                query.href(),
                form.isAll() ? List.of() : picked,
                form.isAll(),
                form.ends(),
                fields(query, form, page),
                errors);
    }

    private static List<FieldView> fields(ElderQuery query, TagManyForm form, Page page) {
        List<FieldView> fields = new ArrayList<>();
        String tag = TagManyForm.typed(form.category());
        String chosen = tag.isEmpty() && form.ends() && query.tag() != null
                ? query.tag().name()
                : tag;
        fields.add(FieldView.select(
                "category",
                page.say("registry.kind.TAG"),
                options(Arrays.stream(Category.values()).map(Enum::name), "registry.tag.", chosen, page)));
        fields.add(FieldView.brief(
                "day",
                page.say(form.ends() ? "registry.many.last" : "registry.many.first"),
                TagManyForm.typed(form.day()),
                page.say("registry.many.day.hint")));
        fields.add(FieldView.select(
                "source",
                page.say("registry.fact.source"),
                options(sources().map(Enum::name), "registry.source.", TagManyForm.typed(form.source()), page)));
        fields.add(FieldView.text(
                "evidence",
                page.say("registry.many.evidence"),
                TagManyForm.typed(form.evidence()),
                page.say("registry.many.evidence.hint")));
        fields.add(FieldView.brief(
                "reviewer", page.say("registry.many.reviewer"), TagManyForm.typed(form.reviewer()), null));
        return fields;
    }

    private static List<Option> options(Stream<String> codes, String words, String chosen, Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.say("registry.many.choose"), chosen.isEmpty()));
        codes.forEach(code -> options.add(new Option(code, page.say(words + code), code.equals(chosen))));
        return options;
    }

    private static Stream<FactSourceCode> sources() {
        return Arrays.stream(FactSourceCode.values())
                .filter(source -> source != FactSourceCode.DEMONSTRATION && source != FactSourceCode.OPENING_BOOKS);
    }

    /** The ids that are ids; whether the desk sees them is asked when the work is done. */
    private static List<String> picked(TagManyForm form) {
        return form.picked().stream()
                .flatMap(id -> ElderId.find(id).stream())
                .map(ElderId::toString)
                .distinct()
                .toList();
    }
}
