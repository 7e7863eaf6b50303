package org.sangyu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.Pinyin;
import org.sangyu.registry.RegisterElder;
import org.sangyu.registry.Registration;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a person by hand. */
@Controller
class RegisterPages {

    private static final String VIEW = "registry/web/register";
    private static final int LONGEST = 200;
    private static final int MOST_NAMESAKES = 20;

    private final Registry registry;
    private final PlaceReader places;
    private final PlaceTexts texts;
    private final Dictionary dictionary;
    private final Clock clock;

    RegisterPages(Registry registry, PlaceReader places, PlaceTexts texts, Dictionary dictionary, Clock clock) {
        this.registry = registry;
        this.places = places;
        this.texts = texts;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/elders/new")
    String blank(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        Map<String, String> values = new HashMap<>(parameters);
        values.putIfAbsent("source", "DESK");
        show(model, values, List.of(), List.of(), FormErrors.NONE, dictionary.in(locale));
        return VIEW;
    }

    @PostMapping("/elders")
    String register(
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Words words = dictionary.in(locale);
        FormValues form = new FormValues(typed);
        FactReader reader = new FactReader(form, words, LocalDate.now(clock));
        FactContent.Identity identity = reader.identity();
        List<Place> registered = places.read(form, "registered", words);
        List<Place> usual = places.read(form, "usual", words);
        if (form.text("registered").isEmpty() && form.text("usual").isEmpty()) {
            form.wrong("registered", words.say("registry.wrong.residence"));
        }
        String phone = reader.phone("phone", false);
        String address = reader.limited("address", LONGEST).orElse(null);
        String evidence = reader.limited("evidence", LONGEST).orElse(null);
        askAboutNamesakes(identity, typed, form, words, model);
        if (identity != null && !form.isWrong()) {
            RegisterElder command = new RegisterElder(
                    identity,
                    only(registered),
                    usual.isEmpty() ? only(registered) : only(usual),
                    address,
                    phone,
                    "DESK",
                    evidence);
            Registration outcome = registry.register(command);
            if (outcome instanceof Registration.Registered done) {
                redirect.addFlashAttribute("notice", Notice.done(words.say("registry.done.register", identity.name())));
                return "redirect:/elders/" + done.elder();
            }
            refuse(form, outcome, words, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(model, typed, registered, usual, form.errors(), words);
        return VIEW;
    }

    private void askAboutNamesakes(
            FactContent.@Nullable Identity identity,
            Map<String, String> typed,
            FormValues form,
            Words words,
            Model model) {
        if (identity == null || form.isWrong() || typed.containsKey("another")) {
            return;
        }
        List<ElderView.Link> namesakes = namesakes(identity, words);
        if (!namesakes.isEmpty()) {
            form.wrong("name", words.say("registry.namesake"));
            model.addAttribute("namesakes", namesakes);
        }
    }

    /** People of the same name and birthday whom the desk sees; whoever types decides whether it is one of them. */
    private List<ElderView.Link> namesakes(FactContent.Identity identity, Words words) {
        return registry.search(CurrentDesk.get().scope(), identity.name(), MOST_NAMESAKES).rows().stream()
                .filter(person ->
                        person.name().equals(Pinyin.keysOf(identity.name()).name()))
                .filter(person -> identity.born() != null && identity.born().equals(person.born()))
                .filter(person -> identity.idNumber() == null || person.maskedId() == null)
                .map(person -> new ElderView.Link(
                        "/elders/" + person.id(),
                        person.name() + " · " + ElderViews.line(person, words, LocalDate.now(clock)) + " · "
                                + texts.full(person.place())))
                .toList();
    }

    private static @Nullable Place only(List<Place> places) {
        return places.size() == 1 ? places.getFirst() : null;
    }

    private void refuse(FormValues form, Registration outcome, Words words, Model model) {
        switch (outcome) {
            case Registration.AlreadyKnown known -> {
                form.wrong("idNumber", words.say("registry.refused.known"));
                model.addAttribute("known", "/elders/" + known.elder());
            }
            case Registration.KnownElsewhere elsewhere ->
                form.wrong("idNumber", words.say("registry.refused.elsewhere"));
            case Registration.BelongsElsewhere belongs ->
                form.wrong("registered", words.say("registry.refused.belongs", texts.full(belongs.place())));
            case Registration.OutsideScope outside -> form.wrong("registered", words.say("registry.refused.scope"));
            case Registration.Registered done -> throw new IllegalStateException("not refused");
        }
    }

    private void show(
            Model model,
            Map<String, String> values,
            List<Place> registered,
            List<Place> usual,
            FormErrors errors,
            Words words) {
        Set<Place> offered = new HashSet<>(registered);
        offered.addAll(usual);
        Map<Place, String> names = offered.isEmpty() ? Map.of() : texts.of(offered);
        FactFields fields = new FactFields(words, values);
        List<FieldView> who = List.of(
                fields.text("name"),
                fields.text("idNumber"),
                fields.select("sex", "registry.sex.", List.of("F", "M"), true),
                fields.brief("born"));
        List<FieldView> where = new ArrayList<>(fields.place("registered", registered, names));
        where.addAll(fields.place("usual", usual, names));
        where.add(fields.text("address"));
        where.add(fields.brief("phone"));
        where.add(fields.text("evidence"));
        List<FieldView> all = new ArrayList<>(who);
        all.addAll(where);
        model.addAttribute("who", who);
        model.addAttribute("where", where);
        model.addAttribute("errors", FactFields.inForm(errors, all));
        if (!model.containsAttribute("namesakes")) {
            model.addAttribute("namesakes", List.<ElderView.Link>of());
        }
        if (!model.containsAttribute("known")) {
            model.addAttribute("known", "");
        }
    }
}
