package org.sangyu.rules.packs;

import java.util.List;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Tag;

/** A condition over a person's facts, as a pack writes it. */
public sealed interface Condition {

    /** Every one holds; with none it holds. */
    record All(List<Condition> of) implements Condition {
        /** Copies the list. */
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one holds; with none it fails. */
    record Any(List<Condition> of) implements Condition {
        /** Copies the list. */
        public Any {
            of = List.copyOf(of);
        }
    }

    /** It does not hold. */
    record Not(Condition of) implements Condition {}

    /** Age in full years from {@code atLeast} (inclusive) to {@code below} (exclusive). */
    record Age(int atLeast, int below) implements Condition {
        /** No upper end. */
        public static final int OPEN = 1000;
    }

    /** Has the tag, with all the choices given. */
    record HasTag(Tag tag, List<Choice> choices) implements Condition {
        /** Copies the choices. */
        public HasTag {
            choices = List.copyOf(choices);
        }
    }

    /** The attribute has one of these values (indexes into its values). */
    record Choice(Attribute attribute, List<Integer> values) {
        /** Copies the values. */
        public Choice {
            values = List.copyOf(values);
        }
    }

    /** Has one of the tags that the setting counts as economic difficulty. */
    record EconomicDifficulty() implements Condition {}

    /** Disabled (失能): by a valid result of the national norm where there is one, else by the tag. */
    record Disabled() implements Condition {}

    /** Severely handicapped (重残): a handicap of one of the grades that the setting names. */
    record SevereHandicap() implements Condition {}

    /** Lives in an institution. */
    record InInstitution() implements Condition {}

    /** The newest result of this instrument is at least this level; without a result it is not known. */
    record Ability(String instrument, int atLeast) implements Condition {}

    /** The newest grade of long-term-care insurance is at least this; a person without one fails. */
    record Ltci(int atLeast) implements Condition {}

    /** Is of this sex. */
    record IsSex(Sex sex) implements Condition {}

    /** Receives this benefit. */
    record Receives(String benefit) implements Condition {}

    /** Belongs to this group of the region. */
    record InGroup(String group) implements Condition {}
}
