package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sangyu.benefits.internal.unclaimed.AnswerUnclaimed;
import org.sangyu.benefits.internal.unclaimed.Unclaimed;
import org.sangyu.benefits.internal.unclaimed.UnclaimedFilter;
import org.sangyu.benefits.internal.unclaimed.UnclaimedKind;
import org.sangyu.benefits.internal.unclaimed.UnclaimedList;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults;
import org.sangyu.benefits.internal.unclaimed.UnclaimedResults.Counts;
import org.sangyu.benefits.internal.unclaimed.UnclaimedState;
import org.sangyu.benefits.web.UnclaimedPeoplePages.Answered;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Option;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Makes of the list what people read. */
@Component
class UnclaimedViews {

    private static final int PAGE = 40;

    private final UnclaimedList list;
    private final UnclaimedResults results;
    private final Shown shown;

    UnclaimedViews(UnclaimedList list, UnclaimedResults results, Shown shown) {
        this.list = list;
        this.results = results;
        this.shown = shown;
    }

    UnclaimedView.People people(UnclaimedQuery query, Page page, FormErrors errors, Answered typed) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        List<UUID> runs = UnclaimedPages.runs(results, desk.scope(), query);
        UnclaimedFilter filter = query.filter(runs, desk);
        ListPage<Unclaimed> found = ListPage.read(
                query.number(),
                PAGE,
                (offset, limit) ->
                        list.list(desk.scope(), filter, query.order(), new UnclaimedList.Part(offset, limit)));
        List<Unclaimed> rows = found.rows();
        boolean missing = filter.kind() == UnclaimedKind.MISSING;
        Place place = filter.place();
        return new UnclaimedView.People(
                words.say("unclaimed.people." + filter.kind()),
                shown.placeName(place == null ? desk.place() : place, words.language()) + " · "
                        + words.say("unclaimed.people.sub." + filter.kind()),
                kinds(desk, filter, query, page),
                missing ? List.of() : states(desk, filter, page),
                benefits(desk, filter, runs, page),
                places(desk, filter, runs, words),
                query.fields(),
                rows(rows, desk, words, typed),
                query.order().column(),
                missing,
                !missing && AnswerUnclaimed.mayAnswer(desk.role()),
                errors,
                typed.reason(),
                words.say(runs.isEmpty() ? "unclaimed.people.never" : "unclaimed.people.empty"),
                found.pager(page, words.say("benefits.page", found.number())));
    }

    List<UnclaimedView.Person> rows(List<Unclaimed> rows, Desk desk, Words words, Answered typed) {
        Shown.Names names = shown.names(
                rows.stream().map(Unclaimed::elder).distinct().toList(),
                rows.stream().map(Unclaimed::place).distinct().toList(),
                desk.scope(),
                words.language());
        Set<String> marked = typed.id() == null ? Set.of() : typed.id().stream().collect(Collectors.toSet());
        Look look = new Look(names, words, marked, desk);
        return rows.stream().map(row -> row(row, look)).toList();
    }

    /** What rows of a page are shown with. */
    private record Look(Shown.Names names, Words words, Set<String> marked, Desk desk) {}

    private UnclaimedView.Person row(Unclaimed row, Look look) {
        Shown.Names names = look.names();
        Words words = look.words();
        String key = row.elder() + ":" + row.benefit();
        Unclaimed.Given given = row.answer();
        boolean missing = row.kind() == UnclaimedKind.MISSING;
        return new UnclaimedView.Person(
                key,
                look.marked().contains(key),
                names.name(row.elder()),
                shown.sexAndAge(names.people().get(row.elder()), words),
                "/elders/" + row.elder(),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                row.amount() == null ? "" : Formats.yuan(row.amount()),
                since(row, words),
                (words.language() == Language.ZH ? row.becauseZh() : row.becauseEn())
                        .lines()
                        .toList(),
                missing ? "warn" : tone(row.state()),
                words.say(missing ? "unclaimed.missing" : "unclaimed.state." + row.state()),
                given == null ? "" : by(given),
                given == null || given.enrolment() == null ? "" : "/enrolments/" + given.enrolment(),
                row.state() == UnclaimedState.WAITING,
                given != null && given.by().equals(look.desk().name())
                        ? given.id().toString()
                        : "");
    }

    private static String by(Unclaimed.Given given) {
        String who = given.by() + " · " + Formats.instant(given.at());
        return given.why().isEmpty() ? who : who + " · " + given.why();
    }

    private static String since(Unclaimed row, Words words) {
        String month = Formats.month(row.since());
        return row.earlier() ? words.say("unclaimed.since.earlier", month) : month;
    }

    private static String tone(UnclaimedState state) {
        return switch (state) {
            case WAITING, FACT_WRONG -> "warn";
            case UNDER_WAY, WILL_APPLY -> "wait";
            case DECLINED, NOT_FOUND -> "off";
        };
    }

    private List<Chip> kinds(Desk desk, UnclaimedFilter filter, UnclaimedQuery query, Page page) {
        List<Chip> chips = new ArrayList<>();
        for (UnclaimedKind kind : UnclaimedKind.values()) {
            UnclaimedFilter other = new UnclaimedFilter(filter.runs(), kind, filter.benefit(), filter.place(), null);
            long count = list.countByState(desk.scope(), other).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            chips.add(new Chip(
                    page.say("unclaimed.kind." + kind),
                    Formats.count(count),
                    new UnclaimedQuery(kind.name(), "ALL", query.benefit(), query.place(), query.month(), null, null)
                            .href(),
                    kind == filter.kind()));
        }
        return chips;
    }

    private List<Chip> states(Desk desk, UnclaimedFilter filter, Page page) {
        Map<UnclaimedState, Long> counts = list.countByState(desk.scope(), filter.with(null));
        List<Chip> chips = new ArrayList<>();
        for (UnclaimedState state : UnclaimedState.values()) {
            long count = counts.getOrDefault(state, 0L);
            if (count > 0 || state == filter.state() || state == UnclaimedState.WAITING) {
                chips.add(new Chip(
                        page.say("unclaimed.state." + state),
                        Formats.count(count),
                        page.filtered("state", state.name()),
                        state == filter.state()));
            }
        }
        chips.add(new Chip(page.say("benefits.all"), "", page.filtered("state", "ALL"), filter.state() == null));
        return chips;
    }

    private List<Chip> benefits(Desk desk, UnclaimedFilter filter, List<UUID> runs, Page page) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                page.say("benefits.all.benefits"), "", page.filtered("benefit", null), filter.benefit() == null));
        for (Counts one : results.byBenefit(desk.scope(), runs)) {
            if (one.known()) {
                chips.add(new Chip(
                        shown.benefit(one.key(), page.words()),
                        "",
                        page.filtered("benefit", one.key()),
                        one.key().equals(filter.benefit())));
            }
        }
        return chips.size() < 3 && filter.benefit() == null ? List.of() : chips;
    }

    /** Places one level below the place looked at, each with its count. */
    private List<Option> places(Desk desk, UnclaimedFilter filter, List<UUID> runs, Words words) {
        Place here = filter.place() == null ? desk.place() : filter.place();
        if (desk.place().level() == PlaceLevel.VILLAGE) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("benefits.all.places"), filter.place() == null));
        if (filter.place() != null) {
            options.add(new Option(here.path(), shown.placeName(here, words.language()), true));
        }
        if (here.level() != PlaceLevel.VILLAGE) {
            PlaceLevel below = PlaceLevel.values()[here.level().ordinal() + 1];
            List<Counts> counts =
                    results.byPlace(desk.scope().within(here), runs, filter.benefit(), below.pathLength());
            Map<String, String> names = shown.names(
                            List.of(),
                            counts.stream().map(row -> new Place(row.key())).toList(),
                            desk.scope(),
                            words.language())
                    .places();
            for (Counts one : counts) {
                long count = filter.kind() == UnclaimedKind.MISSING ? one.missing() : one.unclaimed();
                if (count > 0 && !one.key().equals(here.path())) {
                    options.add(new Option(
                            one.key(), names.getOrDefault(one.key(), "—") + " " + Formats.count(count), false));
                }
            }
        }
        return options;
    }
}
