package org.sangyu.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.shared.Entitlements.Line;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.shared.Entitlements.Standing;
import org.sangyu.shared.Receiving.State;
import org.sangyu.ui.Words;

/** Puts decisions into an elder's words: what there is first, what there is nothing to do about last. */
final class PlainWords {

    private final Words words;
    private final Map<String, State> states;
    private final boolean hasNumber;

    /** @param hasNumber whether a telephone number stands below; without one nobody is told to call it */
    PlainWords(Words words, Map<String, State> states, boolean hasNumber) {
        this.words = words;
        this.states = states;
        this.hasNumber = hasNumber;
    }

    /** Things an elder has, can have, or should ask about, each a page of its own. */
    List<Line> worthAPage(List<Line> lines) {
        return lines.stream()
                .filter(this::deservesAPage)
                .sorted(Comparator.comparing(line -> line.outcome() != Outcome.ENTITLED))
                .toList();
    }

    /** All others that the documents of the place know. */
    List<PlainView.Rest> rest(List<Line> lines) {
        return lines.stream()
                .filter(line -> !deservesAPage(line) && line.standing() != Standing.ABSENT)
                .map(line -> new PlainView.Rest(sentence(line), reason(line)))
                .toList();
    }

    PlainView.Thing thing(Line line) {
        Because because = line.reasons().isEmpty() ? null : line.reasons().getFirst();
        String amount = line.outcome() == Outcome.ENTITLED && line.amount() != null ? line.amount() : "";
        return new PlainView.Thing(
                sentence(line),
                amount,
                because == null ? "" : because.sentence(),
                because == null ? "" : because.clause(),
                next(key(line)));
    }

    private String next(String key) {
        String visit = "desk.plain." + key + ".next.visit";
        return words.say(hasNumber || !words.knows(visit) ? "desk.plain." + key + ".next" : visit);
    }

    private boolean deservesAPage(Line line) {
        return line.outcome() == Outcome.ENTITLED || states.containsKey(line.benefit());
    }

    private String sentence(Line line) {
        return words.say("desk.plain." + key(line), line.name());
    }

    private static String reason(Line line) {
        return line.reasons().isEmpty() ? "" : line.reasons().getFirst().sentence();
    }

    private String key(Line line) {
        @Nullable State state = states.get(line.benefit());
        if (state != null) {
            return state.name().toLowerCase(java.util.Locale.ROOT);
        }
        return switch (line.outcome()) {
            case ENTITLED -> "entitled";
            case UNDETERMINED -> line.announced() ? "announced" : "undetermined";
            case NOT_ENTITLED -> "not";
        };
    }
}
