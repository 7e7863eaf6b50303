package org.sangyu.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.unclaimed.AnswerUnclaimed;
import org.sangyu.benefits.internal.unclaimed.UnclaimedList;
import org.sangyu.benefits.internal.unclaimed.UnclaimedOutcome;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who are entitled and receive nothing: the village asks each and writes down what came of it. */
@Controller
class UnclaimedPeoplePages {

    private static final int MOST_MARKED = 100;
    private static final int LONGEST_REASON = 500;

    private final UnclaimedViews views;
    private final AnswerUnclaimed answers;
    private final SheetExport export;
    private final UnclaimedSheet sheet;

    UnclaimedPeoplePages(UnclaimedViews views, AnswerUnclaimed answers, SheetExport export, UnclaimedSheet sheet) {
        this.views = views;
        this.answers = answers;
        this.export = export;
        this.sheet = sheet;
    }

    /** What was marked and what came of it. */
    record Answered(
            @Nullable List<String> id,
            @Nullable String outcome,
            @Nullable String why) {

        List<UnclaimedList.Key> keys() {
            return id == null
                    ? List.of()
                    : id.stream()
                            .limit(MOST_MARKED)
                            .map(UnclaimedPeoplePages::key)
                            .flatMap(Optional::stream)
                            .toList();
        }

        Optional<UnclaimedOutcome> kind() {
            for (UnclaimedOutcome one : UnclaimedOutcome.values()) {
                if (one.name().equals(outcome)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        String reason() {
            return why == null ? "" : why.strip();
        }
    }

    @GetMapping("/enrolments/unclaimed/people")
    String people(UnclaimedQuery query, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", views.people(query, page, FormErrors.NONE, new Answered(null, null, null)));
        return "benefits/web/unclaimed_people";
    }

    @PostMapping("/enrolments/unclaimed/people")
    String answer(
            UnclaimedQuery query,
            Answered answered,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UnclaimedOutcome outcome =
                answered.kind().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (!AnswerUnclaimed.mayAnswer(CurrentDesk.get().role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormErrors errors = wrong(answered, outcome, page);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", views.people(query, page, errors, answered));
            return "benefits/web/unclaimed_people";
        }
        AnswerUnclaimed.Done done = answers.run(new AnswerUnclaimed.Command(
                outcome, answered.keys(), answered.reason(), page.say("unclaimed.applicant")));
        flash.addFlashAttribute("notice", notice(done, outcome, page));
        if (outcome == UnclaimedOutcome.FACT_WRONG && answered.keys().size() == 1) {
            return "redirect:/elders/" + answered.keys().getFirst().elder();
        }
        return "redirect:" + query.href();
    }

    @PostMapping("/enrolments/unclaimed/undo/{act}")
    String undo(@PathVariable UUID act, @ModelAttribute("page") Page page, RedirectAttributes flash) {
        AnswerUnclaimed.Undone undone = answers.undo(act);
        flash.addFlashAttribute(
                "notice",
                undone.inOtherHands() > 0
                        ? Notice.warning(page.say("unclaimed.undone.partly", undone.undone(), undone.inOtherHands()))
                        : undone.undone() == 0
                                ? Notice.warning(page.say("unclaimed.undone.none"))
                                : Notice.done(page.say("unclaimed.undone", undone.undone())));
        return "redirect:/enrolments/unclaimed/people";
    }

    @PostMapping("/enrolments/unclaimed/export")
    String export(UnclaimedQuery query, @ModelAttribute("page") Page page) {
        return "redirect:/jobs/" + export.start(sheet, query.arguments(), page.words());
    }

    private static FormErrors wrong(Answered answered, UnclaimedOutcome outcome, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (answered.keys().isEmpty()) {
            errors = errors.and("rows", page.say("benefits.error.none"));
        }
        if (outcome.needsReason() && answered.reason().isEmpty()) {
            errors = errors.and("why", page.say("unclaimed.error.why"));
        }
        return answered.reason().length() > LONGEST_REASON
                ? errors.and("why", page.say("benefits.error.long"))
                : errors;
    }

    private static Notice notice(AnswerUnclaimed.Done done, UnclaimedOutcome outcome, Page page) {
        StringBuilder text = new StringBuilder(page.say("unclaimed.done." + outcome, done.kept()));
        done.left().forEach((key, count) -> text.append(' ').append(page.say(key, count)));
        return done.kept() == 0
                ? Notice.warning(text.toString())
                : Notice.done(text.toString(), "/enrolments/unclaimed/undo/" + done.act());
    }

    /** Person and benefit as a row sends them, {@code id:benefit}. */
    static Optional<UnclaimedList.Key> key(String text) {
        int colon = text.indexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new UnclaimedList.Key(
                            UUID.fromString(text.substring(0, colon)), text.substring(colon + 1)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
