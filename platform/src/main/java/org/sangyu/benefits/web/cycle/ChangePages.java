package org.sangyu.benefits.web.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.Differences;
import org.sangyu.benefits.internal.cycle.Differences.Change;
import org.sangyu.benefits.internal.cycle.Slice;
import org.sangyu.benefits.internal.enrolment.Why;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who is new, changed or ended against last month; and what differs between two versions of one roster. */
@Controller
class ChangePages {

    private static final int PAGE = 100;
    private final CycleReader reader;
    private final Differences differences;
    private final BenefitNames names;

    ChangePages(CycleReader reader, Differences differences, BenefitNames names) {
        this.reader = reader;
        this.differences = differences;
        this.names = names;
    }

    /** One person's row. */
    public record PersonRow(
            String name, String href, String place, String benefit, String before, String after, String why) {}

    /** One line that differs between versions. */
    public record VersionRow(
            String name,
            String href,
            String place,
            String period,
            String kind,
            String before,
            String after,
            String why) {}

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/changes")
    String changes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "NEW") String kind,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        Cycle cycle = find(id);
        Change change = Arrays.stream(Change.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(Change.NEW);
        Scope scope = scope(township);
        ListPage<Differences.Person> people = ListPage.read(
                number, PAGE, (offset, limit) -> differences.people(cycle, scope, change, new Slice(offset, limit)));
        Map<Change, Long> counts = differences.table(cycle, scope).stream()
                .collect(Collectors.groupingBy(
                        Differences.Row::change, Collectors.summingLong(Differences.Row::people)));
        String narrowed = township == null ? "" : "&township=" + township;
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        model.addAttribute(
                "rows",
                people.rows().stream()
                        .map(one -> new PersonRow(
                                one.name(),
                                "/elders/" + one.elder(),
                                names.townshipAndPlace(one.place()),
                                benefits.getOrDefault(one.benefit(), one.benefit()),
                                yuan(one.beforeFen()),
                                yuan(one.fen()),
                                why(one, page)))
                        .toList());
        model.addAttribute("pager", people.pager(page, page.say("cycles.cycle.page", people.number())));
        model.addAttribute(
                "chips",
                Arrays.stream(Change.values())
                        .map(one -> new Chip(
                                page.say("cycles.change." + one),
                                Formats.count(counts.getOrDefault(one, 0L)),
                                "/cycles/" + id + "/changes?kind=" + one + narrowed,
                                one == change))
                        .toList());
        model.addAttribute("township", township == null ? "" : names.place(township));
        head(cycle, page, model);
        return "benefits/web/cycle/changes";
    }

    private static Scope scope(@Nullable String township) {
        Scope scope = CurrentDesk.get().scope();
        try {
            return township == null ? scope : scope.within(new Place(township));
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place", wrong);
        }
    }

    /** Who ended is told first by the last step of enrolment, everybody else by the roster. */
    private static String why(Differences.Person one, Page page) {
        boolean chinese = page.words().language() == Language.ZH;
        String text = chinese ? one.because().zh() : one.because().en();
        String step = Why.say(one.because().step(), page.words());
        return one.change() == Change.ENDED && !step.isEmpty() ? step : text.isEmpty() ? step : text;
    }

    @GetMapping("/cycles/{id:[0-9a-f-]{36}}/versions")
    String versions(
            @PathVariable UUID id,
            @RequestParam int older,
            @RequestParam int newer,
            @ModelAttribute("page") Page page,
            Model model) {
        Cycle cycle = find(id);
        List<VersionRow> rows = differences
                .versions(cycle, older, newer, CurrentDesk.get().scope())
                .stream()
                .map(row -> new VersionRow(
                        row.name(),
                        "/elders/" + row.elder(),
                        names.townshipAndPlace(row.place()),
                        row.period(),
                        page.say("cycles.kind." + row.kind()),
                        side(row.before(), row.holdBefore(), page),
                        side(row.after(), row.holdAfter(), page),
                        row.accountDiffers() ? page.say("cycles.version.account") : ""))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("older", "v" + older);
        model.addAttribute("newer", "v" + newer);
        head(cycle, page, model);
        return "benefits/web/cycle/versions";
    }

    private static String side(@Nullable Long fen, @Nullable String hold, Page page) {
        return yuan(fen) + (hold == null ? "" : " " + page.say("cycles.hold." + hold));
    }

    private static String yuan(@Nullable Long fen) {
        return fen == null ? "–" : CycleViews.yuan(fen);
    }

    private static void head(Cycle cycle, Page page, Model model) {
        model.addAttribute("title", page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()));
        model.addAttribute("href", "/cycles/" + cycle.id());
    }

    private Cycle find(UUID id) {
        return reader.find(id, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
