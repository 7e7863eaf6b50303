package org.sangyu.registry.web.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.internal.intake.IntakeBoard;
import org.sangyu.registry.internal.intake.ParkedDecisions;
import org.sangyu.registry.internal.intake.ParkedRow;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
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

/** Rows that wait for a person, each decided in one click. */
@Controller
class ParkedPages {

    private static final int PAGE = 25;
    private static final int MOST_VILLAGES = 500;

    private final IntakeBoard board;
    private final ParkedDecisions decisions;
    private final Regions regions;

    ParkedPages(IntakeBoard board, ParkedDecisions decisions, Regions regions) {
        this.board = board;
        this.decisions = decisions;
        this.regions = regions;
    }

    @GetMapping("/imports/parked")
    String list(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            Model model) {
        ParkedRow.Reason only = Arrays.stream(ParkedRow.Reason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElse(null);
        ListPage<ParkedRow> found = ListPage.read(number, PAGE, (offset, limit) -> board.parked(only, offset, limit));
        List<ParkedRow> here = found.rows();
        List<ElderId> people = new ArrayList<>();
        here.forEach(row -> people.addAll(row.candidates()));
        Context context = new Context(page.words(), board.people(people), new HashMap<>(), new HashMap<>());
        Role role = CurrentDesk.get().role();
        model.addAttribute("rows", here.stream().map(row -> view(row, context)).toList());
        model.addAttribute("chips", chips(only, page));
        model.addAttribute("mayDecide", role == Role.TOWNSHIP || role == Role.COUNTY_CLERK);
        model.addAttribute("pager", found.pager(page, page.say("intake.page.of", found.number())));
        return "registry/web/intake/parked";
    }

    private List<Chip> chips(ParkedRow.@Nullable Reason only, Page page) {
        Map<ParkedRow.Reason, Long> counts = board.parkedByReason();
        return Arrays.stream(ParkedRow.Reason.values())
                .filter(one -> one == only || counts.containsKey(one))
                .map(one -> new Chip(
                        page.say("intake.parked.chip." + one),
                        Formats.count(counts.getOrDefault(one, 0L)),
                        page.filtered("reason", one == only ? null : one.name()),
                        one == only))
                .toList();
    }

    @PostMapping("/imports/parked/{id}")
    String decide(
            @PathVariable UUID id,
            @ModelAttribute DecisionForm form,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        ParkedRow row = board.findParked(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ParkedRow.Decision decision = form.decision();
        if (decision == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        UUID same = form.same();
        ParkedDecisions.Choice choice =
                new ParkedDecisions.Choice(decision, place(form.village()), same == null ? null : new ElderId(same));
        String name = row.who().name();
        Notice notice =
                switch (decisions.decide(id, choice)) {
                    case ParkedDecisions.Outcome.Done done ->
                        Notice.done(page.say("intake.parked.done." + decision, name));
                    case ParkedDecisions.Outcome.AlreadyDecided(ParkedRow.Decided decided) ->
                        Notice.warning(page.say("intake.parked.already", decided.by(), Formats.instant(decided.at())));
                    case ParkedDecisions.Outcome.NotPossible no -> Notice.warning(page.say("intake.parked.impossible"));
                    case ParkedDecisions.Outcome.NotFound none ->
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                };
        flash.addFlashAttribute("notice", notice);
        return "redirect:/imports/parked";
    }

    /** What the buttons of a row send. */
    record DecisionForm(
            ParkedRow.@Nullable Decision decision,
            @Nullable String village,
            @Nullable UUID same) {}

    private static @Nullable Place place(@Nullable String path) {
        try {
            return path == null || path.isEmpty() ? null : new Place(path);
        } catch (IllegalArgumentException notAPath) {
            return null;
        }
    }

    /** What the rows of one page share. */
    private record Context(
            Words words,
            Map<ElderId, ElderSummary> people,
            Map<Place, List<PlaceInfo>> villages,
            Map<UUID, String> files) {}

    private ParkedView view(ParkedRow row, Context context) {
        Words words = context.words();
        String file = context.files()
                .computeIfAbsent(
                        row.intake(),
                        id -> board.find(id).map(intake -> intake.file().name()).orElse(""));
        List<ParkedView.Candidate> candidates = row.candidates().stream()
                .flatMap(id -> java.util.Optional.ofNullable(context.people().get(id)).stream())
                .map(person -> candidate(person, words))
                .toList();
        Place township = row.township();
        return new ParkedView(
                row.id().toString(),
                row.who().name(),
                who(row.who(), words),
                words.say("intake.parked.reason." + row.reason()),
                said(row, words),
                file.isEmpty() ? "" : words.say("intake.parked.row", file, String.valueOf(row.number())),
                file.isEmpty() ? "" : "/imports/" + row.intake(),
                Formats.instant(row.at()),
                township == null ? List.of() : villages(township, context),
                candidates,
                ParkedDecisions.possible(row.reason()).contains(ParkedRow.Decision.NEW),
                ParkedDecisions.possible(row.reason()).contains(ParkedRow.Decision.DROPPED));
    }

    private static String who(ParkedRow.Who who, Words words) {
        List<String> parts = new ArrayList<>();
        if (!who.idMasked().isEmpty()) {
            parts.add(who.idMasked());
        }
        if (who.born() != null) {
            parts.add(words.say("intake.parked.born", Formats.date(who.born())));
        }
        return String.join(" · ", parts);
    }

    private String said(ParkedRow row, Words words) {
        return switch (row.reason()) {
            case VILLAGE -> {
                Place township = java.util.Objects.requireNonNull(row.township());
                String name = regions.names(List.of(township)).getOrDefault(township, "");
                yield words.say("intake.parked.written", (name + " " + row.village()).strip());
            }
            case ELSEWHERE, DEAD -> words.say("intake.parked.what." + row.reason());
            case NAMESAKE, NAME_DIFFERS -> "";
        };
    }

    private List<Option> villages(Place township, Context context) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", context.words().say("intake.parked.choose"), true));
        context.villages()
                .computeIfAbsent(township, place -> regions.children(place, 0, MOST_VILLAGES))
                .forEach(village -> options.add(new Option(village.place().path(), village.name(), false)));
        return options;
    }

    private ParkedView.Candidate candidate(ElderSummary person, Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(person.name());
        if (person.born() != null) {
            parts.add(words.say("intake.parked.born", Formats.date(person.born())));
        }
        String id = person.maskedId();
        if (id != null) {
            parts.add(id);
        }
        parts.add(regions.fullName(person.place()));
        return new ParkedView.Candidate(person.id().toString(), String.join(" · ", parts));
    }
}
