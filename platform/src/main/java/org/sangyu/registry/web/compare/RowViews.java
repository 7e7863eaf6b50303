package org.sangyu.registry.web.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.web.Ages;
import org.sangyu.registry.web.PlaceTexts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts rows of lists into words; all people and all places of a page in one look-up each. */
@Component
class RowViews {

    static final String NOBODY = "NONE";

    private final Registry registry;
    private final PlaceTexts places;
    private final Clock clock;

    RowViews(Registry registry, PlaceTexts places, Clock clock) {
        this.registry = registry;
        this.places = places;
        this.clock = clock;
    }

    /** What the rows of one page share. */
    private record Context(
            Words words,
            Map<ElderId, ElderSummary> people,
            Map<Place, String> places,
            Desk desk,
            LocalDate today,
            Answered.Refused refused) {}

    List<RowView> of(List<Compared> rows, Words words) {
        return of(rows, Answered.Refused.NOTHING, words);
    }

    List<RowView> of(List<Compared> rows, Answered.Refused refused, Words words) {
        Desk desk = CurrentDesk.get();
        Set<ElderId> named = new HashSet<>();
        rows.forEach(row -> {
            named.addAll(row.candidates());
            if (row.elder() != null) {
                named.add(row.elder());
            }
        });
        Map<ElderId, ElderSummary> people = named.isEmpty() ? Map.of() : registry.summaries(named, desk.scope());
        Set<Place> at = new HashSet<>();
        people.values().forEach(person -> at.add(person.place()));
        Context context = new Context(
                words, people, at.isEmpty() ? Map.of() : places.of(at), desk, LocalDate.now(clock), refused);
        return rows.stream().map(row -> view(row, context)).toList();
    }

    static String key(Compared row) {
        return row.comparison() + "-" + row.row();
    }

    /** A list in a few words. */
    static String list(Compared.Of of, Words words) {
        return words.say(
                "compare.list.of",
                words.say("registry.source." + of.source()),
                words.say("compare.kind." + of.kind()),
                Formats.date(of.extracted()));
    }

    private static RowView view(Compared row, Context context) {
        Words words = context.words();
        return new RowView(
                key(row),
                Formats.count(row.row()),
                new RowView.Link(list(row.list(), words), "/comparisons/" + row.comparison()),
                person(row, context),
                said(row, words),
                new RowView.Mark(tone(row.outcome()), words.say("compare.outcome." + row.outcome())),
                came(row, words),
                state(row, words),
                due(row, context),
                answer(row, words),
                CompareRights.mayAnswer(context.desk().role(), row) ? form(row, context) : null);
    }

    private static RowView.Person person(Compared row, Context context) {
        Words words = context.words();
        ElderSummary known = row.elder() == null ? null : context.people().get(row.elder());
        LocalDate born = row.said().born();
        String who = known != null
                ? sexAndAge(known, context)
                : born == null ? "" : words.say("intake.parked.born", Formats.date(born));
        String tail = row.said().idTail();
        String name = row.said().name();
        return new RowView.Person(
                new RowView.Link(
                        name.isEmpty() && known != null ? known.name() : name,
                        known == null ? "" : "/elders/" + known.id()),
                who,
                tail.isEmpty() ? words.say("compare.id.none") : words.say("compare.id.tail", tail),
                known == null ? "" : context.places().getOrDefault(known.place(), ""));
    }

    private static String sexAndAge(ElderSummary person, Context context) {
        List<String> parts = new ArrayList<>();
        if (person.sex() != null) {
            parts.add(context.words().say("registry.sex." + person.sex()));
        }
        String age = Ages.of(person.born(), person.died(), context.today());
        if (!age.isEmpty()) {
            parts.add(context.words().say("registry.years", age));
        }
        return String.join(" · ", parts);
    }

    private static String said(Compared row, Words words) {
        LocalDate on = row.said().on();
        String kind = row.list().kind().name();
        return on == null
                ? words.say("compare.said.undated." + kind)
                : words.say("compare.said." + kind, Formats.date(on));
    }

    private static String came(Compared row, Words words) {
        Compared.Why why = row.why();
        return switch (row.outcome()) {
            case UNREADABLE ->
                why == null
                        ? words.say("compare.came.UNREADABLE")
                        : words.say(
                                "compare.came.why",
                                words.say(
                                        "intake.why." + why.code(),
                                        why.arguments().toArray()));
            case CONFLICT -> words.say("compare.came.CONFLICT." + row.list().kind(), Formats.date(row.otherDay()));
            case DIED, MOVED_OUT, SEEN, ALIKE, KNOWN, NOT_FOUND -> words.say("compare.came." + row.outcome());
        };
    }

    private static String tone(Compared.Outcome outcome) {
        return switch (outcome) {
            case DIED -> "bad";
            case MOVED_OUT, CONFLICT, UNREADABLE -> "warn";
            case SEEN -> "ok";
            case ALIKE -> "wait";
            case KNOWN, NOT_FOUND -> "off";
        };
    }

    private static RowView.Mark state(Compared row, Words words) {
        String tone =
                switch (row.state()) {
                    case OPEN -> "wait";
                    case RIGHT -> "ok";
                    case WRONG, NONE -> "off";
                };
        return new RowView.Mark(
                tone, row.state() == Compared.State.NONE ? "" : words.say("compare.state." + row.state()));
    }

    private static RowView.Due due(Compared row, Context context) {
        LocalDate day = row.answerBy();
        if (day == null || row.state() != Compared.State.OPEN) {
            return new RowView.Due("", "", "");
        }
        String ahead = Formats.relative(day, context.today(), context.words());
        if (day.isBefore(context.today())) {
            return new RowView.Due(Formats.date(day), "bad", context.words().say("compare.overdue", ahead));
        }
        return new RowView.Due(Formats.date(day), day.equals(context.today()) ? "warn" : "", ahead);
    }

    /** Who answered what, and what they saw; nothing while it is open. */
    static List<String> answer(Compared row, Words words) {
        Compared.Answer answer = row.answer();
        if (answer == null) {
            return List.of();
        }
        String desk = "access.role." + answer.role();
        String who = words.knows(desk) ? words.say("compare.person.at", answer.name(), words.say(desk)) : answer.name();
        String line = words.say("compare.answered", who, Formats.instant(answer.at()));
        return answer.note().isEmpty() ? List.of(line) : List.of(line, answer.note());
    }

    private static RowView.Form form(Compared row, Context context) {
        Words words = context.words();
        Answered sent = context.refused().sent();
        String action = "/comparisons/" + row.comparison() + "/" + row.row();
        boolean alike = row.outcome() == Compared.Outcome.ALIKE;
        boolean dated = !alike
                && row.outcome() != Compared.Outcome.CONFLICT
                && row.list().kind() != Kind.SEEN;
        return new RowView.Form(
                alike ? action + "/match" : action,
                row.version(),
                alike ? "who" : "verdict",
                words.say(alike ? "compare.who" : "compare.verdict"),
                alike ? candidates(row, context) : verdicts(row, context),
                dated ? words.say("compare.day.to." + row.list().kind()) : "",
                sent.day() == null ? Formats.date(row.said().on()) : Answered.typed(sent.day()),
                Answered.typed(sent.note()),
                context.refused().isSent(),
                context.refused().errors());
    }

    private static List<Option> verdicts(Compared row, Context context) {
        Words words = context.words();
        boolean conflict = row.outcome() == Compared.Outcome.CONFLICT;
        String key =
                "compare.verdict." + (conflict ? "CONFLICT" : row.list().kind().name());
        Answered sent = context.refused().sent();
        return List.of(
                new Option(
                        "RIGHT",
                        words.say(key + ".RIGHT", Formats.date(row.said().on())),
                        sent.isRight()),
                new Option(
                        "WRONG",
                        words.say(key + ".WRONG", Formats.date(row.otherDay())),
                        sent.isDecided() && !sent.isRight()));
    }

    private static List<Option> candidates(Compared row, Context context) {
        String sent = Answered.typed(context.refused().sent().who());
        List<Option> options = new ArrayList<>();
        for (ElderId id : row.candidates()) {
            ElderSummary person = context.people().get(id);
            if (person != null) {
                options.add(new Option(
                        id.toString(), candidate(person, context), id.toString().equals(sent)));
            }
        }
        options.add(new Option(NOBODY, context.words().say("compare.who.nobody"), NOBODY.equals(sent)));
        return options;
    }

    private static String candidate(ElderSummary person, Context context) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(person.name());
        parts.add(sexAndAge(person, context));
        parts.add(person.maskedId());
        parts.add(context.places().get(person.place()));
        return String.join(
                " · ",
                parts.stream().filter(part -> part != null && !part.isEmpty()).toList());
    }
}
