package org.sangyu.policy.internal.own;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Condition;

/**
 * For whom, as an operator enters it: everything ticked must hold.
 *
 * @param atLeast full years, null for any age
 * @param marks ticked, in their order
 * @param tags codes of tags, all of which are asked for
 */
public record OwnWho(@Nullable Integer atLeast, List<Mark> marks, List<String> tags) {

    /** Conditions that need no more than a tick. */
    public enum Mark {
        DIFFICULTY("economic_difficulty"),
        DISABLED("disabled"),
        HANDICAP("severe_handicap"),
        INSTITUTION("in_institution");

        private final String key;

        Mark(String key) {
            this.key = key;
        }

        private Condition condition() {
            return switch (this) {
                case DIFFICULTY -> new Condition.EconomicDifficulty();
                case DISABLED -> new Condition.Disabled();
                case HANDICAP -> new Condition.SevereHandicap();
                case INSTITUTION -> new Condition.InInstitution();
            };
        }
    }

    /** Copies the lists. */
    public OwnWho {
        marks = List.copyOf(marks);
        tags = List.copyOf(tags);
    }

    /** True when nothing is asked for. */
    public boolean isEmpty() {
        return atLeast == null && marks.isEmpty() && tags.isEmpty();
    }

    /** As the rules see it. */
    public Condition condition() {
        List<Condition> all = new ArrayList<>();
        if (atLeast != null) {
            all.add(new Condition.Age(atLeast, Condition.Age.OPEN));
        }
        marks.forEach(mark -> all.add(mark.condition()));
        tags.forEach(tag -> all.add(new Condition.HasTag(Tag.valueOf(tag), List.of())));
        return new Condition.All(all);
    }

    /** The condition of a pack that says it. */
    String yaml() {
        List<String> all = new ArrayList<>();
        if (atLeast != null) {
            all.add("{age: {at_least: " + atLeast + "}}");
        }
        marks.forEach(mark -> all.add("{" + mark.key + ": true}"));
        tags.forEach(tag -> all.add("{tag: " + tag + "}"));
        return "{all: [" + String.join(", ", all) + "]}";
    }
}
