package org.sangyu.registry.web.compare;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.registry.internal.compare.ComparedLists.Done;
import org.sangyu.registry.internal.compare.ComparedLists.Finding;
import org.sangyu.registry.internal.compare.ComparedLists.Given;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be looked at after comparison, the nearest deadline first, each answered where it stands. */
@Controller
class CheckPages {

    private static final int PAGE = 25;
    private static final int LONGEST = 200;
    private static final List<Compared.Outcome> CHECKED = List.of(
            Compared.Outcome.DIED, Compared.Outcome.MOVED_OUT, Compared.Outcome.CONFLICT, Compared.Outcome.ALIKE);

    private final ComparedLists lists;
    private final RowViews rows;
    private final Clock clock;

    CheckPages(ComparedLists lists, RowViews rows, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/comparisons/checks")
    String list(
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Desk desk = CurrentDesk.get();
        Compared.Outcome only = CHECKED.stream()
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElse(null);
        ListPage<Compared> found = ListPage.read(
                number,
                PAGE,
                (offset, limit) -> lists.rows(desk.scope(), new ComparedLists.Filter(null, only, true), offset, limit));
        Map<Compared.Outcome, Long> counts = lists.open(desk.scope());
        model.addAttribute(
                "view",
                new ChecksView(
                        only == null ? "" : only.name(),
                        chips(counts, only, page),
                        rows.of(found.rows(), page.words()),
                        FormErrors.NONE,
                        false,
                        found.pager(page, page.say("compare.page", found.number()))));
        return "registry/web/compare/checks";
    }

    private static List<Chip> chips(Map<Compared.Outcome, Long> counts, Compared.@Nullable Outcome chosen, Page page) {
        List<Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip(
                page.say("compare.all"),
                Formats.countUpToThousand(all),
                page.filtered("outcome", null),
                chosen == null));
        boolean whole = all <= Registry.COUNT_STOP;
        for (Compared.Outcome one : CHECKED) {
            if (one == chosen || counts.containsKey(one)) {
                chips.add(new Chip(
                        page.say("compare.outcome." + one),
                        whole ? Formats.count(counts.getOrDefault(one, 0L)) : "",
                        page.filtered("outcome", one.name()),
                        one == chosen));
            }
        }
        return chips;
    }

    @PostMapping("/comparisons/{id:[0-9a-f-]{36}}/{row:[0-9]{1,9}}")
    String answer(
            @PathVariable UUID id,
            @PathVariable int row,
            @ModelAttribute Answered answered,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Compared found = mine(id, row);
        if (found.outcome() == Compared.Outcome.ALIKE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (found.state() != Compared.State.OPEN || found.version() != answered.versionShown()) {
            return overtaken(found, answered, page, next);
        }
        FormErrors errors = wrong(found, answered, page);
        if (!errors.isEmpty()) {
            return refused(found, new Answered.Refused(answered, errors), new Answer(page, model, response));
        }
        return switch (lists.answer(
                new Given(id, row, found.version()),
                new Finding(answered.isRight(), day(found, answered), Answered.typed(answered.note())))) {
            case DONE -> done(found, answered.isRight() ? "RIGHT" : "WRONG", page, next);
            case STALE -> overtaken(mine(id, row), answered, page, next);
            case NOT_YOURS -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case IMPOSSIBLE ->
                refused(
                        found,
                        new Answered.Refused(
                                answered, FormErrors.of("day-" + RowViews.key(found), page.say("compare.day.never"))),
                        new Answer(page, model, response));
        };
    }

    @PostMapping("/comparisons/{id:[0-9a-f-]{36}}/{row:[0-9]{1,9}}/match")
    String match(
            @PathVariable UUID id,
            @PathVariable int row,
            @ModelAttribute Answered answered,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Compared found = mine(id, row);
        if (found.state() != Compared.State.OPEN
                || found.outcome() != Compared.Outcome.ALIKE
                || found.version() != answered.versionShown()) {
            return overtaken(found, answered, page, next);
        }
        String who = Answered.typed(answered.who());
        ElderId elder = found.candidates().stream()
                .filter(one -> one.toString().equals(who))
                .findFirst()
                .orElse(null);
        if (elder == null && !who.equals(RowViews.NOBODY)) {
            return refused(
                    found,
                    new Answered.Refused(
                            answered, FormErrors.of("who-" + RowViews.key(found), page.say("compare.who.missing"))),
                    new Answer(page, model, response));
        }
        Done done = lists.match(new Given(id, row, found.version()), elder);
        if (done == Done.NOT_YOURS) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return done == Done.DONE
                ? done(found, elder == null ? "nobody" : "matched", page, next)
                : overtaken(mine(id, row), answered, page, next);
    }

    /** What is being sent back. */
    private record Answer(Page page, Model model, HttpServletResponse response) {}

    /** The row, where this desk may answer rows of its kind. */
    private Compared mine(UUID id, int row) {
        Desk desk = CurrentDesk.get();
        boolean county = CompareRights.mayHandIn(desk.role());
        return lists.row(id, row, desk.scope())
                .filter(found -> county || CompareRights.mayLook(desk.role()) && !CompareRights.isOfCounty(found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FormErrors wrong(Compared row, Answered answered, Page page) {
        String key = RowViews.key(row);
        FormErrors errors = FormErrors.NONE;
        if (!answered.isDecided()) {
            errors = errors.and("verdict-" + key, page.say("compare.verdict.missing"));
        }
        if (answered.isRight() && isDated(row)) {
            LocalDate day = answered.dayTyped().orElse(null);
            if (day == null || day.isAfter(LocalDate.now(clock))) {
                errors = errors.and("day-" + key, page.say("compare.day.wrong"));
            }
        }
        String note = Answered.typed(answered.note());
        if (note.isEmpty() || note.length() > LONGEST) {
            errors = errors.and("note-" + key, page.say("compare.note.wrong", LONGEST));
        }
        return errors;
    }

    private static boolean isDated(Compared row) {
        return row.outcome() != Compared.Outcome.CONFLICT && row.list().kind() != Kind.SEEN;
    }

    /** The day that is to stand in the register: where two days differ the one chosen, else the one typed. */
    private static @Nullable LocalDate day(Compared row, Answered answered) {
        if (row.outcome() == Compared.Outcome.CONFLICT) {
            return answered.isRight() ? row.said().on() : row.otherDay();
        }
        return answered.dayTyped().orElse(null);
    }

    private static String done(Compared row, String how, Page page, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", Notice.done(page.say("compare.done." + how, row.said().name())));
        return "redirect:/comparisons/checks";
    }

    /** Somebody was faster: says who, and gives back what was written. */
    private static String overtaken(Compared row, Answered answered, Page page, RedirectAttributes next) {
        List<String> lines = RowViews.answer(row, page.words());
        String text = lines.isEmpty()
                ? page.say("compare.overtaken", row.said().name())
                : page.say(
                        "compare.overtaken.by",
                        row.said().name(),
                        lines.getFirst(),
                        page.say("compare.state." + row.state()));
        String note = Answered.typed(answered.note());
        next.addFlashAttribute(
                "notice",
                Notice.warning(
                        note.isEmpty() || note.length() > LONGEST
                                ? text
                                : page.say("compare.overtaken.note", text, note)));
        return "redirect:/comparisons/checks";
    }

    /** Only this row, its form open with what was typed. */
    private String refused(Compared row, Answered.Refused refused, Answer answer) {
        answer.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        answer.model()
                .addAttribute(
                        "view",
                        new ChecksView(
                                "",
                                List.of(),
                                rows.of(List.of(row), refused, answer.page().words()),
                                refused.errors(),
                                true,
                                new Pager("", null, null)));
        return "registry/web/compare/checks";
    }
}
