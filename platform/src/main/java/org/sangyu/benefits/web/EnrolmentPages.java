package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.CompareMonth;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.EnrolmentFilter;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves;
import org.sangyu.benefits.internal.enrolment.EnrolmentStatus;
import org.sangyu.benefits.internal.enrolment.EnrolmentVerb;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments.Result;
import org.sangyu.benefits.internal.enrolment.Selection;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register by desk: what the village checks, the township reviews, the county approves, and everything else. */
@Controller
class EnrolmentPages {

    static final int PAGE = 40;
    private static final int MOST_MARKED = 1_000;
    private static final Set<EnrolmentVerb> ALONE =
            Set.of(EnrolmentVerb.END, EnrolmentVerb.UNDO, EnrolmentVerb.ACTIVATE);
    private static final Set<EnrolmentVerb> DANGER = Set.of(EnrolmentVerb.REFUSE, EnrolmentVerb.SUSPEND);

    private final Enrolments enrolments;
    private final MoveEnrolments moves;
    private final CompareMonth compare;
    private final Shown shown;

    EnrolmentPages(Enrolments enrolments, MoveEnrolments moves, CompareMonth compare, Shown shown) {
        this.enrolments = enrolments;
        this.moves = moves;
        this.compare = compare;
        this.shown = shown;
    }

    /** What is to be done with what is marked. */
    record Act(
            @Nullable String verb,
            @Nullable List<UUID> id,
            @Nullable String all,
            @Nullable String why) {

        List<UUID> ids() {
            return id == null
                    ? List.of()
                    : id.stream().filter(Objects::nonNull).limit(MOST_MARKED).toList();
        }

        String reason() {
            return why == null ? "" : why;
        }
    }

    @GetMapping("/enrolments")
    String list(EnrolmentQuery query, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", view(query, page, FormErrors.NONE, List.of(), ""));
        return "benefits/web/enrolments";
    }

    @PostMapping("/enrolments/act")
    String act(
            EnrolmentQuery query,
            Act act,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes flash,
            jakarta.servlet.http.HttpServletResponse response) {
        Desk desk = CurrentDesk.get();
        EnrolmentVerb verb = verb(act.verb());
        FormErrors errors = wrong(act, verb, page);
        if (errors.isEmpty()) {
            Selection selection = new Selection(act.ids(), "true".equals(act.all()), query.filter(desk));
            Result result = moves.run(new MoveEnrolments.Command(verb, selection, act.reason(), null));
            switch (result) {
                case Result.Done done -> {
                    flash.addFlashAttribute("notice", notice(done, verb, page.words()));
                    return "redirect:" + query.href();
                }
                case Result.Started started -> {
                    return "redirect:/jobs/" + started.job();
                }
                case Result.NotAtThisDesk none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                case Result.ReasonMissing missing -> errors = errors.and("why", page.say("benefits.error.why"));
                case Result.MonthMissing missing -> errors = errors.and("why", page.say("benefits.error.why"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", view(query, page, errors, act.ids(), act.reason()));
        return "benefits/web/enrolments";
    }

    @PostMapping("/enrolments/undo/{act}")
    String undo(@PathVariable UUID act, @ModelAttribute("page") Page page, RedirectAttributes flash) {
        return switch (moves.undo(act)) {
            case Result.Done done -> {
                flash.addFlashAttribute(
                        "notice",
                        done.moved() == 0
                                ? Notice.warning(page.say("benefits.undone.none"))
                                : Notice.done(page.say("benefits.undone", done.moved())));
                yield "redirect:/enrolments";
            }
            case Result.Started started -> "redirect:/jobs/" + started.job();
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/enrolments/compare")
    String compare() {
        return compare.run()
                .map(job -> "redirect:/jobs/" + job)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static EnrolmentVerb verb(@Nullable String name) {
        for (EnrolmentVerb verb : EnrolmentVerb.values()) {
            if (verb.name().equals(name)) {
                return verb;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static FormErrors wrong(Act act, EnrolmentVerb verb, Page page) {
        FormErrors errors = FormErrors.NONE;
        if (act.ids().isEmpty() && !"true".equals(act.all())) {
            errors = errors.and("rows", page.say("benefits.error.none"));
        }
        if (verb.needsReason() && act.reason().isBlank()) {
            errors = errors.and("why", page.say("benefits.error.why"));
        }
        return act.reason().length() > 500 ? errors.and("why", page.say("benefits.error.long")) : errors;
    }

    static Notice notice(Result.Done done, EnrolmentVerb verb, Words words) {
        StringBuilder text = new StringBuilder(words.say("benefits.done." + verb, done.moved()));
        done.left().forEach((key, count) -> text.append(' ').append(words.say(key, count)));
        boolean undo = done.moved() > 0
                && Set.of(EnrolmentVerb.CHECK, EnrolmentVerb.REVIEW, EnrolmentVerb.APPROVE)
                        .contains(verb);
        if (undo) {
            return Notice.done(text.toString(), "/enrolments/undo/" + done.act());
        }
        return done.moved() == 0 ? Notice.warning(text.toString()) : Notice.done(text.toString());
    }

    private EnrolmentListView view(EnrolmentQuery query, Page page, FormErrors errors, List<UUID> marked, String why) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        EnrolmentFilter filter = query.filter(desk);
        ListPage<Enrolment> found = ListPage.read(
                query.number(), PAGE, (offset, limit) -> enrolments.list(desk.scope(), filter, offset, limit));
        List<Enrolment> rows = found.rows();
        long total = enrolments.count(desk.scope(), filter);
        Shown.Names names = shown.names(rows, desk.scope(), words.language());
        return new EnrolmentListView(
                sub(desk, words),
                statuses(desk, filter, page),
                benefits(desk, filter, page),
                places(desk, filter, words),
                fields(filter),
                rows.stream().map(row -> row(row, names, words, marked)).toList(),
                deeds(filter, desk, words),
                Formats.count(total),
                PaperPages.parts(total),
                found.pager(page, words.say("benefits.pager", found.first(PAGE), found.last(PAGE), total)),
                errors,
                why,
                EnrolmentLinks.of(desk, words),
                mayCompare(desk),
                words.say(empty(desk)));
    }

    private String empty(Desk desk) {
        if (!mayCompare(desk)) {
            return "benefits.empty";
        }
        if (!compare.hasSomethingToPay(desk.place())) {
            return "benefits.empty.nothing";
        }
        return compare.last(desk.place()).isEmpty() ? "benefits.empty.start" : "benefits.empty";
    }

    private static boolean mayCompare(Desk desk) {
        return CompareMonth.mayStart(desk.role()) && desk.place().level() == PlaceLevel.COUNTY;
    }

    private String sub(Desk desk, Words words) {
        String place = shown.placeName(desk.place(), words.language());
        if (desk.place().level().compareTo(PlaceLevel.COUNTY) < 0) {
            return place;
        }
        return place + " · "
                + compare.last(desk.place().at(PlaceLevel.COUNTY))
                        .map(last -> words.say(
                                "benefits.compared",
                                last.month().toString(),
                                Formats.instant(last.at()),
                                last.proposed(),
                                last.held(),
                                last.suspended(),
                                last.ended()))
                        .orElseGet(() -> words.say("benefits.compared.never"));
    }

    private List<Chip> statuses(Desk desk, EnrolmentFilter filter, Page page) {
        Map<EnrolmentStatus, Long> counts = enrolments.countByStatus(desk.scope(), filter);
        List<Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip(
                page.say("benefits.all"), Formats.count(all), page.filtered("status", "ALL"), filter.status() == null));
        for (EnrolmentStatus status : EnrolmentStatus.values()) {
            long count = counts.getOrDefault(status, 0L);
            if (count > 0 || status == filter.status()) {
                chips.add(new Chip(
                        Shown.status(status, page.words()),
                        Formats.count(count),
                        page.filtered("status", status.name()),
                        status == filter.status()));
            }
        }
        return chips;
    }

    private List<Chip> benefits(Desk desk, EnrolmentFilter filter, Page page) {
        Map<String, Long> counts = enrolments.countByBenefit(desk.scope(), filter);
        if (counts.size() < 2 && filter.benefit() == null) {
            return List.of();
        }
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                page.say("benefits.all.benefits"), "", page.filtered("benefit", null), filter.benefit() == null));
        counts.forEach((benefit, count) -> chips.add(new Chip(
                shown.benefit(benefit, page.words()),
                Formats.count(count),
                page.filtered("benefit", benefit),
                benefit.equals(filter.benefit()))));
        return chips;
    }

    /** Townships for a county, villages for a township, each with its count. */
    private List<Option> places(Desk desk, EnrolmentFilter filter, Words words) {
        PlaceLevel level = desk.place().level();
        if (level == PlaceLevel.VILLAGE) {
            return List.of();
        }
        PlaceLevel below =
                filter.place() != null && filter.place().level() == PlaceLevel.TOWNSHIP || level == PlaceLevel.TOWNSHIP
                        ? PlaceLevel.VILLAGE
                        : level.compareTo(PlaceLevel.COUNTY) < 0 ? PlaceLevel.COUNTY : PlaceLevel.TOWNSHIP;
        EnrolmentFilter around = filter.place() != null && filter.place().level() == below ? filter.in(null) : filter;
        Map<String, Long> counts = enrolments.countByPlace(desk.scope(), around, below.pathLength());
        Map<String, String> names = shown.names(
                        List.of(), counts.keySet().stream().map(Place::new).toList(), desk.scope(), words.language())
                .places();
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("benefits.all.places"), filter.place() == null));
        if (filter.place() != null && !counts.containsKey(filter.place().path())) {
            options.add(new Option(filter.place().path(), shown.placeName(filter.place(), words.language()), true));
        }
        counts.forEach((path, count) -> options.add(new Option(
                path,
                names.getOrDefault(path, "—") + " " + Formats.count(count),
                filter.place() != null && filter.place().path().equals(path))));
        return options;
    }

    private static Map<String, String> fields(EnrolmentFilter filter) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", filter.status() == null ? "ALL" : filter.status().name());
        fields.put("benefit", filter.benefit() == null ? "" : filter.benefit());
        fields.put("returned", String.valueOf(filter.returned()));
        return fields;
    }

    private EnrolmentListView.Row row(Enrolment row, Shown.Names names, Words words, List<UUID> marked) {
        return new EnrolmentListView.Row(
                row.id().toString(),
                "/enrolments/" + row.id(),
                names.name(row.elder()),
                shown.sexAndAge(names.people().get(row.elder()), words),
                names.maskedId(row.elder()),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                Shown.amount(row),
                Shown.because(row, words).lines().findFirst().orElse(""),
                Shown.tone(row.status()),
                Shown.status(row.status(), words),
                Formats.date(row.steppedOn()) + " · " + Formats.relative(row.steppedOn(), shown.today(), words),
                flags(row, words),
                marked.contains(row.id()));
    }

    private List<String> flags(Enrolment row, Words words) {
        List<String> flags = new ArrayList<>();
        if (row.returned()) {
            flags.add(words.say(
                    "benefits.flag.returned", org.sangyu.benefits.internal.enrolment.Why.say(row.why(), words)));
        }
        if (row.answerBy() != null) {
            flags.add(words.say("benefits.flag.answer", Formats.date(row.answerBy())));
        }
        if (row.status() == EnrolmentStatus.COUNTY_APPROVED) {
            flags.add(words.say("benefits.flag.account"));
        }
        if (row.amount() == null && row.status().isOpen()) {
            flags.add(words.say("benefits.flag.undecided"));
        }
        return flags;
    }

    private static List<EnrolmentListView.DeedButton> deeds(EnrolmentFilter filter, Desk desk, Words words) {
        if (filter.status() == null) {
            return List.of();
        }
        List<EnrolmentVerb> verbs = EnrolmentMoves.at(filter.status(), desk.role()).stream()
                .filter(verb -> !ALONE.contains(verb))
                .toList();
        return verbs.stream()
                .map(verb -> new EnrolmentListView.DeedButton(
                        verb.name(),
                        words.say("benefits.verb." + verb),
                        verb == verbs.getFirst() && !DANGER.contains(verb),
                        DANGER.contains(verb)))
                .toList();
    }
}
