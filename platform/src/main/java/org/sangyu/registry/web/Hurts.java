package org.sangyu.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.RecordedFact;
import org.sangyu.ui.Words;

/** What can hurt a person today and so stands in red: alone and not able to call, or nobody to call. */
final class Hurts {

    private static final int SEVERE = 3;

    private Hurts() {}

    static List<String> of(ElderSummary person, List<RecordedFact> now, Words words) {
        if (person.died() != null) {
            return List.of();
        }
        boolean alone = person.tags().contains("LIVING_ALONE")
                || now.stream()
                        .anyMatch(fact -> fact.content() instanceof FactContent.Household household
                                && household.arrangement() == FactContent.Arrangement.ALONE);
        boolean helpless = person.tags().contains("DEMENTIA") || now.stream().anyMatch(Hurts::isSevere);
        boolean reachable = now.stream().anyMatch(fact -> fact.content() instanceof FactContent.Contact);
        List<String> hurts = new ArrayList<>();
        if (alone && helpless) {
            hurts.add(words.say("registry.hurts.alone"));
        }
        if (person.tags().contains("NO_GUARDIAN") && helpless) {
            hurts.add(words.say("registry.hurts.guardian"));
        }
        if (alone && !reachable) {
            hurts.add(words.say("registry.hurts.unreachable"));
        }
        return hurts;
    }

    private static boolean isSevere(RecordedFact fact) {
        return switch (fact.content()) {
            case FactContent.Ability ability -> ability.level() >= SEVERE;
            case FactContent.Tag tag ->
                tag.tag().equals("DISABLED") && "FULL".equals(tag.attributes().get("degree"));
            default -> false;
        };
    }
}
