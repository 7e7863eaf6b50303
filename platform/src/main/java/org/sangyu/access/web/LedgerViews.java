package org.sangyu.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.LedgerReading.Line;
import org.sangyu.access.seal.Entry;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts lines into words. */
@Component
class LedgerViews {

    private static final int SHORT = 8;
    private static final int LONGEST = 40;

    private final Regions regions;

    LedgerViews(Regions regions) {
        this.regions = regions;
    }

    List<LedgerView> of(List<Line> lines, LedgerForm form, Words words) {
        List<Place> places = lines.stream()
                .flatMap(line -> Stream.of(line.entry().place(), line.entry().deskPlace()))
                .filter(Objects::nonNull)
                .filter(path -> path.length() > 1)
                .distinct()
                .map(Place::new)
                .toList();
        Map<Place, String> names = regions.fullNames(places);
        return lines.stream().map(line -> view(line, names, form, words)).toList();
    }

    /** The actions there are, in words and in their order. */
    List<Option> verbs(List<String> verbs, String chosen, Words words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("access.ledger.verb.all"), chosen.isEmpty()));
        verbs.stream()
                .map(verb -> new Option(verb, deed(verb, words), verb.equals(chosen)))
                .sorted(java.util.Comparator.comparing(Option::text))
                .forEach(options::add);
        return options;
    }

    private static LedgerView view(Line line, Map<Place, String> names, LedgerForm form, Words words) {
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
                entry.detail().entrySet().stream()
                        .map(one -> label(one.getKey(), words) + " " + value(one.getKey(), one.getValue(), words))
                        .toList(),
                line.seal() == null
                        ? words.say("access.ledger.unsealed")
                        : words.say("access.ledger.sealed", line.seal()));
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

    private static String value(String key, String value, Words words) {
        boolean role = key.equals("role") && words.knows("access.role." + value);
        return role ? words.say("access.role." + value) : cut(value);
    }

    /** Long values, mostly sums of files, stand in full in the export. */
    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    private static String label(String key, Words words) {
        return words.knows("access.detail." + key) ? words.say("access.detail." + key) : key;
    }
}
