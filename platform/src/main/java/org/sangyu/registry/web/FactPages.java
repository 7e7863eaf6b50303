package org.sangyu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records, shows, corrects, ends and takes back facts about one person. */
@Controller
class FactPages {

    private final Registry registry;
    private final FactForms forms;
    private final Dictionary dictionary;

    FactPages(Registry registry, FactForms forms, Dictionary dictionary) {
        this.registry = registry;
        this.forms = forms;
        this.dictionary = dictionary;
    }

    @GetMapping("/elders/{id}/facts/new")
    String blank(@PathVariable String id, @RequestParam Map<String, String> parameters, Locale locale, Model model) {
        ElderSummary person = person(id);
        FactKind kind = kind(parameters.get("kind"));
        Map<String, String> values = new HashMap<>(parameters);
        values.putIfAbsent("source", "DESK");
        model.addAttribute("view", forms.blank(person, kind, values, dictionary.in(locale)));
        return "registry/web/factForm";
    }

    @PostMapping("/elders/{id}/facts")
    String record(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ElderSummary person = person(id);
        FactKind kind = kind(typed.get("factKind"));
        return take(new Edit(person, kind, null, typed), dictionary.in(locale), model, response, redirect);
    }

    @GetMapping("/elders/{id}/facts/{fact}")
    String fact(@PathVariable String id, @PathVariable String fact, Locale locale, Model model) {
        ElderSummary person = person(id);
        model.addAttribute("view", forms.fact(person, standing(person, fact), null, "", dictionary.in(locale)));
        return "registry/web/fact";
    }

    @GetMapping("/elders/{id}/facts/{fact}/correct")
    String correct(@PathVariable String id, @PathVariable String fact, Locale locale, Model model) {
        ElderSummary person = person(id);
        model.addAttribute("view", forms.correction(person, open(person, fact), dictionary.in(locale)));
        return "registry/web/factForm";
    }

    @PostMapping("/elders/{id}/facts/{fact}/correct")
    String correct(
            @PathVariable String id,
            @PathVariable String fact,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ElderSummary person = person(id);
        RecordedFact standing = standing(person, fact);
        FactKind kind = standing.content().kind();
        return take(new Edit(person, kind, standing, typed), dictionary.in(locale), model, response, redirect);
    }

    @PostMapping("/elders/{id}/facts/{fact}/close")
    String close(
            @PathVariable String id,
            @PathVariable String fact,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ElderSummary person = person(id);
        RecordedFact standing = open(person, fact);
        Words words = dictionary.in(locale);
        Optional<LocalDate> last = Days.find(typed.getOrDefault("last", ""));
        if (last.isEmpty()) {
            model.addAttribute("view", forms.fact(person, standing, null, words.say("registry.wrong.day"), words));
            return "registry/web/fact";
        }
        FactChange change = registry.close(
                person.id(), version(typed), standing.id(), last.get().plusDays(1));
        return end(person, standing, change, words.say("registry.done.close"), words, model, redirect);
    }

    @PostMapping("/elders/{id}/facts/{fact}/withdraw")
    String withdraw(
            @PathVariable String id,
            @PathVariable String fact,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ElderSummary person = person(id);
        RecordedFact standing = open(person, fact);
        Words words = dictionary.in(locale);
        FactChange change = registry.withdraw(person.id(), version(typed), standing.id());
        return end(person, standing, change, words.say("registry.done.withdraw"), words, model, redirect);
    }

    @PostMapping("/elders/{id}/facts/{fact}/reveal")
    String reveal(
            @PathVariable String id,
            @PathVariable String fact,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ElderSummary person = person(id);
        RecordedFact standing = standing(person, fact);
        Words words = dictionary.in(locale);
        String reason = typed.getOrDefault("reason", "").strip();
        response.setHeader("Cache-Control", "no-store");
        if (reason.length() < 2 || reason.length() > 200 || reason.chars().anyMatch(Character::isISOControl)) {
            model.addAttribute("view", forms.fact(person, standing, null, words.say("registry.wrong.reason"), words));
            return "registry/web/fact";
        }
        String clear = registry.reveal(person.id(), standing.id(), reason)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("view", forms.fact(person, standing, clear, "", words));
        return "registry/web/fact";
    }

    /** A form that was sent; {@code standing} is the fact it corrects, or null for a new one. */
    record Edit(
            ElderSummary person, FactKind kind, @Nullable RecordedFact standing, Map<String, String> typed) {

        String action() {
            String base = "/elders/" + person.id() + "/facts";
            return standing == null ? base : base + "/" + standing.id() + "/correct";
        }
    }

    private String take(
            Edit edit, Words words, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        FactForms.Read read = forms.read(edit, words);
        NewFact fact = read.fact();
        if (fact == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", forms.again(edit, read, words));
            return "registry/web/factForm";
        }
        RecordedFact standing = edit.standing();
        FactChange change = standing == null
                ? registry.record(edit.person().id(), version(edit.typed()), fact)
                : registry.correct(edit.person().id(), version(edit.typed()), standing.id(), fact);
        return switch (change) {
            case FactChange.Done done -> {
                redirect.addFlashAttribute("notice", Notice.done(words.say("registry.done.record")));
                yield "redirect:/elders/" + edit.person().id();
            }
            case FactChange.Stale stale -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("stale", forms.stale(edit, stale.version(), words));
                yield "ui/stale";
            }
            case FactChange refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("view", forms.again(edit, read.refused(refused, words), words));
                yield "registry/web/factForm";
            }
        };
    }

    private String end(
            ElderSummary person,
            RecordedFact standing,
            FactChange change,
            String done,
            Words words,
            Model model,
            RedirectAttributes redirect) {
        if (change instanceof FactChange.Done) {
            redirect.addFlashAttribute("notice", Notice.done(done));
            return "redirect:/elders/" + person.id();
        }
        model.addAttribute(
                "view",
                forms.fact(person(person.id().toString()), standing, null, FactForms.refusal(change, words), words));
        return "registry/web/fact";
    }

    private ElderSummary person(String id) {
        return ElderPages.find(registry, id, CurrentDesk.get().scope());
    }

    private RecordedFact standing(ElderSummary person, String fact) {
        return registry.facts(person.id(), CurrentDesk.get().scope(), null).stream()
                .filter(one -> one.id().toString().equals(fact))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RecordedFact open(ElderSummary person, String fact) {
        RecordedFact found = standing(person, fact);
        if (found.recorded().to() != null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private static FactKind kind(@Nullable String text) {
        return Arrays.stream(FactKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A missing or malformed version is older than any. */
    static long version(Map<String, String> typed) {
        String text = typed.getOrDefault("version", "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
