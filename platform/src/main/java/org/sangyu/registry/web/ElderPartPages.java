package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.NotReceiving;
import org.sangyu.shared.Timeline;
import org.sangyu.ui.Chip;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The parts of the elder's page that other modules answer: what the person can have, and the one dated line. */
@Controller
class ElderPartPages {

    private static final int MOST_ENTRIES = 200;

    private final Registry registry;
    private final ObjectProvider<Entitlements> entitlements;
    private final ObjectProvider<NotReceiving> notReceiving;
    private final ObjectProvider<Timeline> timelines;
    private final Dictionary dictionary;
    private final Clock clock;

    ElderPartPages(
            Registry registry,
            ObjectProvider<Entitlements> entitlements,
            ObjectProvider<NotReceiving> notReceiving,
            ObjectProvider<Timeline> timelines,
            Dictionary dictionary,
            Clock clock) {
        this.registry = registry;
        this.entitlements = entitlements;
        this.notReceiving = notReceiving;
        this.timelines = timelines;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/elders/{id}/entitlements")
    @Transactional(readOnly = true)
    public String entitlements(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String month,
            Locale locale,
            Model model) {
        Desk desk = CurrentDesk.get();
        ElderSummary person = ElderPages.find(registry, id, desk.scope());
        YearMonth wanted = month(month);
        Entitlements answers = entitlements.getIfAvailable();
        Words words = dictionary.in(locale);
        NotReceiving port = notReceiving.getIfAvailable();
        Map<String, YearMonth> missed =
                port == null || !wanted.equals(YearMonth.now(clock)) ? Map.of() : port.of(person.id(), desk.scope());
        List<EntitlementView.Line> lines = answers == null
                ? List.of()
                : answers.of(person.id(), desk.scope(), wanted, locale).stream()
                        .map(line -> line(line, missed.get(line.benefit()), words))
                        .toList();
        model.addAttribute(
                "view",
                new EntitlementView(
                        person.name(),
                        "/elders/" + person.id(),
                        Formats.month(wanted),
                        Formats.month(wanted.minusMonths(1)),
                        Formats.month(wanted.plusMonths(1)),
                        lines));
        return "registry/web/entitlements";
    }

    @GetMapping("/elders/{id}/timeline")
    @Transactional(readOnly = true)
    public String timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            Locale locale,
            Model model) {
        Desk desk = CurrentDesk.get();
        ElderSummary person = ElderPages.find(registry, id, desk.scope());
        Words words = dictionary.in(locale);
        String base = "/elders/" + person.id() + "/timeline";
        List<Timeline.Entry> entries = new ArrayList<>();
        timelines
                .orderedStream()
                .forEach(timeline -> entries.addAll(timeline.of(person.id(), desk.scope(), locale, MOST_ENTRIES)));
        TreeSet<String> kinds =
                new TreeSet<>(entries.stream().map(Timeline.Entry::kind).toList());
        String chosen = kind != null && kinds.contains(kind) ? kind : "";
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(words.say("registry.timeline.all"), Formats.count(entries.size()), base, chosen.isEmpty()));
        for (String one : kinds) {
            long count =
                    entries.stream().filter(entry -> entry.kind().equals(one)).count();
            chips.add(new Chip(words.say(one), Formats.count(count), base + "?kind=" + one, one.equals(chosen)));
        }
        LocalDate today = LocalDate.now(clock);
        List<TimelineView.Entry> shown = entries.stream()
                .filter(entry -> chosen.isEmpty() || entry.kind().equals(chosen))
                .sorted(Comparator.comparing(Timeline.Entry::on).reversed())
                .limit(MOST_ENTRIES)
                .map(entry -> new TimelineView.Entry(
                        Formats.date(entry.on()),
                        Formats.relative(entry.on(), today, words),
                        entry.title(),
                        entry.detail(),
                        entry.href()))
                .toList();
        model.addAttribute("view", new TimelineView(person.name(), "/elders/" + person.id(), chips, shown));
        return "registry/web/timeline";
    }

    private static EntitlementView.Line line(Entitlements.Line line, @Nullable YearMonth missedSince, Words words) {
        String outcome = line.announced() ? "ANNOUNCED" : line.outcome().name();
        return new EntitlementView.Line(
                line.name(),
                tone(line),
                words.say("registry.outcome." + outcome),
                missedSince == null ? "" : words.say("registry.have.missed", Formats.month(missedSince)),
                line.amount() == null ? "" : line.amount(),
                line.reasons().stream()
                        .map(because -> new EntitlementView.Because(because.sentence(), because.clause()))
                        .toList(),
                "/policies/" + line.benefit());
    }

    private static String tone(Entitlements.Line line) {
        return switch (line.outcome()) {
            case ENTITLED -> "ok";
            case NOT_ENTITLED -> "off";
            case UNDETERMINED -> line.announced() ? "off" : "warn";
        };
    }

    private YearMonth month(@Nullable String text) {
        YearMonth now = YearMonth.now(clock);
        try {
            YearMonth month = text == null || text.isEmpty() ? now : YearMonth.parse(text);
            return month.getYear() < 1990 || month.isAfter(now.plusYears(5)) ? now : month;
        } catch (DateTimeParseException malformed) {
            return now;
        }
    }
}
