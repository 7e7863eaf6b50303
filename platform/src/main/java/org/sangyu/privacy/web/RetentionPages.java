package org.sangyu.privacy.web;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.privacy.internal.Retention;
import org.sangyu.privacy.internal.Retention.Due;
import org.sangyu.privacy.internal.RetentionPlan;
import org.sangyu.privacy.internal.Runs;
import org.sangyu.privacy.internal.Runs.Outcome;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The rules of retention with what is due, and the run that the system administrator starts. */
@Controller
class RetentionPages {

    private final RetentionPlan plan;
    private final Retention retention;
    private final Runs runs;

    RetentionPages(RetentionPlan plan, Retention retention, Runs runs) {
        this.plan = plan;
        this.retention = retention;
        this.runs = runs;
    }

    @GetMapping("/retention")
    ModelAndView show(@ModelAttribute("page") Page page) {
        Words words = page.words();
        List<Due> due = plan.kinds().stream().map(retention::due).toList();
        long all = due.stream().mapToLong(Due::due).sum();
        Runs.Run last = runs.newest().orElse(null);
        RetentionView view = new RetentionView(
                due.stream().map(one -> row(one, words)).toList(),
                Formats.count(all),
                Retention.mayStart(CurrentDesk.get()),
                all > 0,
                last == null ? "" : told(last, words),
                last == null
                        ? List.of()
                        : runs.outcomes(last.id()).stream()
                                .map(one -> done(one, words))
                                .toList());
        return new ModelAndView("privacy/web/retention", Map.of("view", view));
    }

    @PostMapping("/retention/run")
    String run() {
        UUID job = retention.start().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/jobs/" + job;
    }

    private static RetentionView.Row row(Due due, Words words) {
        String id = due.kind().id();
        boolean ruled = due.before() != null;
        return new RetentionView.Row(
                words.say("privacy.kind." + id),
                words.say("privacy.event." + id),
                Periods.said(due.kind(), words),
                ruled,
                Formats.instant(due.before()),
                ruled ? Formats.count(due.due()) : "",
                due.left().entrySet().stream()
                        .map(one -> words.say(one.getKey()) + " " + Formats.count(one.getValue()))
                        .toList());
    }

    private static String told(Runs.Run last, Words words) {
        String by = words.say("privacy.retention.last.by", Formats.instant(last.started()), last.person());
        return last.ended() == null ? by + words.say("privacy.retention.last.running") : by;
    }

    private static RetentionView.Done done(Outcome outcome, Words words) {
        String known = "privacy.kind." + outcome.kind();
        return new RetentionView.Done(
                words.knows(known) ? words.say(known) : outcome.kind(),
                outcome.reason().isEmpty()
                        ? words.say("privacy.retention.erased")
                        : words.say("privacy.retention.stayed") + " · " + words.say(outcome.reason()),
                Formats.count(outcome.count()),
                outcome.rule().startsWith("P")
                        ? Formats.period(Period.parse(outcome.rule()), words)
                        : words.say("privacy.retention.useless"),
                Formats.instant(outcome.before()));
    }
}
