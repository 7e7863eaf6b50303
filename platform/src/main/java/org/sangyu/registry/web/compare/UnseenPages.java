package org.sangyu.registry.web.compare;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.registry.internal.compare.ComparedLists.Unseen;
import org.sangyu.registry.web.Ages;
import org.sangyu.registry.web.Days;
import org.sangyu.registry.web.PlaceTexts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
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

/** People whom no source has seen for long: the village says when they were seen; nobody proves being alive. */
@Controller
class UnseenPages {

    private static final int PAGE = 50;
    private static final int LONGEST = 60;

    private final ComparedLists lists;
    private final PlaceTexts places;
    private final ObjectProvider<CheckSettings> settings;
    private final Clock clock;

    UnseenPages(ComparedLists lists, PlaceTexts places, ObjectProvider<CheckSettings> settings, Clock clock) {
        this.lists = lists;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who was marked, and what was typed. */
    record Seen(
            @Nullable List<UUID> id,
            @Nullable String on,
            @Nullable String by) {

        static final Seen NOTHING = new Seen(null, null, null);

        List<UUID> ids() {
            return id == null ? List.of() : id.stream().filter(Objects::nonNull).toList();
        }
    }

    @GetMapping("/comparisons/unseen")
    String list(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", view(number, Seen.NOTHING, FormErrors.NONE, page));
        return "registry/web/compare/unseen";
    }

    @PostMapping("/comparisons/unseen")
    String seen(
            Seen typed,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        if (!CompareRights.mayLook(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LocalDate day = Days.find(Answered.typed(typed.on())).orElse(null);
        String by = Answered.typed(typed.by());
        FormErrors errors = FormErrors.NONE;
        if (typed.ids().isEmpty()) {
            errors = errors.and("rows", page.say("compare.unseen.nobody"));
        }
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            errors = errors.and("on", page.say("compare.unseen.on.wrong"));
        }
        if (by.isEmpty() || by.length() > LONGEST) {
            errors = errors.and("by", page.say("compare.unseen.by.wrong", LONGEST));
        }
        if (!errors.isEmpty() || day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(number, typed, errors, page));
            return "registry/web/compare/unseen";
        }
        int done = lists.seen(typed.ids().stream().map(ElderId::new).toList(), day, by);
        next.addFlashAttribute(
                "notice",
                done == 0
                        ? Notice.warning(page.say("compare.unseen.none"))
                        : Notice.done(page.say("compare.unseen.done", done, Formats.date(day))));
        return "redirect:/comparisons/unseen";
    }

    private UnseenView view(PageNumber asked, Seen typed, FormErrors errors, Page page) {
        Desk desk = CurrentDesk.get();
        ListPage<Unseen> found =
                ListPage.read(asked, PAGE, (offset, limit) -> lists.unseen(desk.scope(), offset, limit));
        Map<Place, String> texts = found.rows().isEmpty()
                ? Map.of()
                : places.of(found.rows().stream()
                        .map(row -> row.person().place())
                        .distinct()
                        .toList());
        int months = months(desk);
        return new UnseenView(
                page.say(months == 0 ? "compare.unseen.unset" : "compare.unseen.sub", months),
                months > 0,
                Formats.countUpToThousand(lists.unseenCount(desk.scope())),
                found.rows().stream()
                        .map(row -> row(row, texts, typed, page.words()))
                        .toList(),
                CompareRights.mayLook(desk.role()) && !found.rows().isEmpty(),
                "/comparisons/unseen" + (found.number() > 1 ? "?page=" + found.number() : ""),
                new UnseenView.Form(
                        typed.on() == null ? "" : Answered.typed(typed.on()),
                        typed.by() == null ? desk.name() : Answered.typed(typed.by()),
                        errors),
                found.pager(page, page.say("compare.page", found.number())));
    }

    /** After how many months; 0 when no setting says so. */
    private int months(Desk desk) {
        CheckSettings set = settings.getIfAvailable();
        return set == null || desk.place().level().compareTo(PlaceLevel.COUNTY) < 0
                ? 0
                : set.monthsUnseen(desk.place().at(PlaceLevel.COUNTY));
    }

    private UnseenView.Row row(Unseen row, Map<Place, String> texts, Seen typed, Words words) {
        ElderSummary person = row.person();
        LocalDate today = LocalDate.now(clock);
        List<String> who = new ArrayList<>();
        if (person.sex() != null) {
            who.add(words.say("registry.sex." + person.sex()));
        }
        String age = Ages.of(person.born(), null, today);
        if (!age.isEmpty()) {
            who.add(words.say("registry.years", age));
        }
        LocalDate last = row.last();
        String source = row.by() == null ? "" : words.say("registry.source." + row.by());
        return new UnseenView.Row(
                person.id().toString(),
                person.name(),
                "/elders/" + person.id(),
                String.join(" · ", who),
                texts.getOrDefault(person.place(), ""),
                last == null
                        ? words.say("compare.unseen.never")
                        : words.say(
                                "compare.unseen.last",
                                Formats.date(last),
                                Formats.relative(last, today, words),
                                source),
                typed.ids().contains(person.id().value()));
    }
}
