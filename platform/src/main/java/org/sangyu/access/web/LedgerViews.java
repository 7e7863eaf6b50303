package org.sangyu.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.GuardedLines;
import org.sangyu.access.internal.LedgerReading.Line;
import org.sangyu.access.seal.Entry;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.Time;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts lines into words. */
@Component
class LedgerViews {

    private static final int SHORT = 8;
    private static final int LONGEST = 40;
    private static final Map<String, String> CODES = Map.of(
            "role", "access.role.",
            "kind", "registry.kind.",
            "source", "registry.source.",
            "records", "privacy.kind.");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern PERIOD = Pattern.compile("P(\\d+Y)?(\\d+M)?(\\d+D)?");
    private static final Pattern SIDED = Pattern.compile("(old|new)\\.(.+)");

    private final Regions regions;
    private final GuardedLines guarded;

    LedgerViews(Regions regions, GuardedLines guarded) {
        this.regions = regions;
        this.guarded = guarded;
    }

    List<LedgerView> of(List<Line> lines, LedgerForm form, Words words) {
        Map<Place, String> names = names(lines);
        GuardedLines.Reader reader = guarded.reader(lines);
        return lines.stream()
                .map(line -> view(line, names, form, new Said(reader, words)))
                .toList();
    }

    /**
     * A line by itself, its long values whole.
     *
     * @param clear the values that were asked for, by name
     */
    LedgerLineView one(Line line, Map<String, String> clear, Words words) {
        GuardedLines.Reader reader = guarded.reader(List.of(line));
        Said said = new Said(reader, words);
        LedgerForm nothing = LedgerForm.of(Map.of());
        List<LedgerLineView.Detail> details = ordered(line.entry())
                .map(one -> new LedgerLineView.Detail(
                        label(one.getKey(), words), said.value(one.getKey(), one.getValue()), clear.get(one.getKey())))
                .toList();
        boolean reveals = line.entry().detail().values().stream()
                .anyMatch(value -> reader.state(value) instanceof GuardedLines.State.Guarded);
        return new LedgerLineView(
                view(line, names(List.of(line)), nothing, said),
                "/ledger/lines/" + line.entry().id(),
                details,
                reveals && clear.isEmpty(),
                "",
                "");
    }

    private Map<Place, String> names(List<Line> lines) {
        List<Place> places = lines.stream()
                .flatMap(line -> Stream.of(line.entry().place(), line.entry().deskPlace()))
                .filter(Objects::nonNull)
                .filter(path -> path.length() > 1)
                .distinct()
                .map(Place::new)
                .toList();
        return regions.fullNames(places);
    }

    /** The actions there are, in words and in their order. */
    List<Option> verbs(List<String> verbs, String chosen, Words words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("access.ledger.verb.all"), chosen.isEmpty()));
        verbs.stream()
                .map(verb -> new Option(verb, deed(verb, words), verb.equals(chosen)))
                .sorted(Comparator.comparing(Option::text))
                .forEach(options::add);
        return options;
    }

    private static LedgerView view(Line line, Map<Place, String> names, LedgerForm form, Said said) {
        Words words = said.words();
        Entry entry = line.entry();
        String subject = entry.subject() == null ? "" : entry.subject();
        String role = entry.role().isEmpty() ? "" : words.say("access.role." + entry.role());
        return new LedgerView(
                Formats.instant(entry.at()),
                entry.person(),
                entry.account(),
                role.isEmpty() ? "" : role + " " + name(entry.deskPlace(), names, words),
                entry.address(),
                deed(entry.verb(), words),
                name(entry.place(), names, words),
                subject.isEmpty() ? "" : subject.substring(subject.length() - SHORT),
                "/ledger?" + form.query("about", subject),
                ordered(entry)
                        .map(one -> label(one.getKey(), words) + " " + cut(said.value(one.getKey(), one.getValue())))
                        .toList(),
                "/ledger/lines/" + entry.id(),
                line.seal() == null
                        ? words.say("access.ledger.unsealed")
                        : words.say("access.ledger.sealed", line.seal()));
    }

    /** What was stands before what is, and both behind everything else. */
    private static Stream<Map.Entry<String, String>> ordered(Entry entry) {
        return entry.detail().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> one) ->
                                SIDED.matcher(one.getKey()).matches())
                        .thenComparing(one -> SIDED.matcher(one.getKey()).replaceFirst("$2"))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()));
    }

    private static String name(@Nullable String path, Map<Place, String> names, Words words) {
        return path == null || path.length() <= 1
                ? words.say("access.everywhere")
                : names.getOrDefault(new Place(path), path);
    }

    /** A deed without words of its own is shown as it is written. */
    private static String deed(String verb, Words words) {
        String known = words.knows("deed." + verb) ? "deed." + verb : "access.deed." + verb;
        return words.knows(known) ? words.say(known) : verb;
    }

    /** Puts values into words; what is encrypted is named, not shown. */
    private record Said(GuardedLines.Reader reader, Words words) {

        String value(String key, String value) {
            return switch (reader.state(value)) {
                case GuardedLines.State.Guarded guarded -> words.say("access.ledger.guarded");
                case GuardedLines.State.Erased erased ->
                    words.say("access.ledger.erased", Formats.date(LocalDate.ofInstant(erased.at(), Time.ZONE)));
                case GuardedLines.State.Open open -> {
                    String known = CODES.containsKey(key) ? CODES.get(key) + value : "";
                    yield words.knows(known) ? words.say(known) : plain(value, words);
                }
            };
        }
    }

    /** Times and lengths of time as people write them. */
    private static String plain(String value, Words words) {
        if (INSTANT.matcher(value).matches()) {
            return Formats.instant(Instant.parse(value));
        }
        return value.length() > 1 && PERIOD.matcher(value).matches()
                ? Formats.period(Period.parse(value), words)
                : value;
    }

    /** Long values, mostly sums of files, stand in full on the page of the line. */
    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    /** {@code old.phone} is the former telephone. */
    private static String label(String key, Words words) {
        for (String side : List.of("old", "new")) {
            if (key.startsWith(side + ".")) {
                return words.say("access.ledger." + side, label(key.substring(side.length() + 1), words));
            }
        }
        return words.knows("access.detail." + key) ? words.say("access.detail." + key) : key;
    }
}
