package org.sangyu.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.internal.Hotline;
import org.sangyu.registry.internal.Hotline.Answer;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hotline: one person by a whole number, for a reason; no list, no name, nothing to change. */
@Controller
class HotlinePages {

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final Hotline hotline;
    private final Glance glance;
    private final Clock clock;

    HotlinePages(Hotline hotline, Glance glance, Clock clock) {
        this.hotline = hotline;
        this.glance = glance;
        this.clock = clock;
    }

    /** A call as typed. */
    public record Call(String number, String reason) {}

    @GetMapping("/hotline")
    ModelAndView blank(@ModelAttribute("page") Page page) {
        return asked(new Call("", ""), FormErrors.NONE, List.of(), "");
    }

    @PostMapping("/hotline")
    ModelAndView find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String elder,
            @ModelAttribute("page") Page page,
            HttpServletResponse response) {
        Call call = new Call(number.strip(), reason.strip());
        response.setHeader("Cache-Control", "no-store");
        if (!isReason(call.reason())) {
            return refused(call, "reason", page.say("registry.call.reason.wrong"));
        }
        return switch (hotline.find(CurrentDesk.get().scope(), call.number(), call.reason(), elder)) {
            case Answer.NoNumber none -> refused(call, "number", page.say("registry.call.number.wrong"));
            case Answer.TooOften often -> refused(call, "number", page.say("registry.call.often", often.most()));
            case Answer.Nobody nobody -> asked(call, FormErrors.NONE, List.of(), page.say("registry.call.nobody"));
            case Answer.Several several -> asked(call, FormErrors.NONE, options(several, page), "");
            case Answer.Opened opened ->
                new ModelAndView(
                        "registry/web/called",
                        Map.of("view", glance.of(opened.person(), page.words()), "reason", call.reason()));
        };
    }

    private static boolean isReason(String reason) {
        return reason.length() >= SHORTEST_REASON
                && reason.length() <= LONGEST_REASON
                && reason.chars().noneMatch(Character::isISOControl);
    }

    /** Those who share a number: family name and age, enough for the caller to say which. */
    private List<Option> options(Answer.Several several, Page page) {
        return several.people().stream()
                .map(person -> new Option(person.id().toString(), brief(person, page), false))
                .toList();
    }

    private String brief(ElderSummary person, Page page) {
        String family = person.name().substring(0, person.name().offsetByCodePoints(0, 1));
        String age = Ages.of(person.born(), person.died(), LocalDate.now(clock));
        String years = age.isEmpty() ? "" : page.say("registry.years", age);
        String sex = person.sex() == null ? "" : page.say("registry.sex." + person.sex());
        return String.join(" ", List.of(family + "＊＊", sex, years)).strip();
    }

    private static ModelAndView refused(Call call, String field, String sentence) {
        return asked(call, FormErrors.of(field, sentence), List.of(), "");
    }

    private static ModelAndView asked(Call call, FormErrors errors, List<Option> several, String said) {
        return new ModelAndView(
                "registry/web/hotline",
                Map.of("call", call, "errors", errors, "several", several, "said", said),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
