package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.packs.Condition;

/** Conditions over tags and what they say more closely. */
final class TagChecks {

    private TagChecks() {}

    static FactUsed used(@Nullable TagFact fact) {
        return fact == null
                ? new FactUsed("tags", null, null)
                : new FactUsed("tags", fact.provenance().source(), fact.span().from());
    }

    /** Has the tag. */
    record Has(Tag tag, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            return Truth.of(person.has(tag));
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            ReasonCode code = person.has(tag) ? ReasonCode.HAS_TAG : ReasonCode.LACKS_TAG;
            into.add(cite.reason(code, used(person.newest(tag)), new Arg.Tag(tag)));
        }
    }

    /** Has the tag with the choices; with several facts of the tag one that fits is enough. */
    record HasWith(Tag tag, List<Condition.Choice> choices, List<Unknown> unknowns, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            int best = Truth.NO;
            List<TagFact> facts = person.person.tags();
            for (int i = 0; i < facts.size() && best != Truth.YES; i++) {
                TagFact fact = facts.get(i);
                if (fact.tag() == tag && person.counts(fact.span(), fact.provenance())) {
                    best = Math.max(best, fits(person, fact, i));
                }
            }
            return best;
        }

        private int fits(Case person, TagFact fact, int index) {
            int result = Truth.YES;
            for (int c = 0; c < choices.size(); c++) {
                Condition.Choice choice = choices.get(c);
                int value = fact.attributes().index(choice.attribute());
                if (value < 0) {
                    value = person.ask(unknowns.get(c), Math.min(index, 15));
                }
                result = Math.min(
                        result,
                        value < 0 ? Truth.UNKNOWN : Truth.of(choice.values().contains(value)));
            }
            return result;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            TagFact fact = person.newest(tag);
            if (fact == null) {
                into.add(cite.reason(ReasonCode.LACKS_TAG, used(null), new Arg.Tag(tag)));
            } else if (result == Truth.YES) {
                into.add(cite.reason(ReasonCode.HAS_TAG, used(fact), new Arg.Tag(tag)));
            } else {
                for (Condition.Choice choice : choices) {
                    int found = fact.attributes().index(choice.attribute());
                    if (found >= 0 && !choice.values().contains(found)) {
                        into.add(other(fact, choice, found));
                    }
                }
            }
        }

        private Reason other(TagFact fact, Condition.Choice choice, int found) {
            return cite.reason(
                    ReasonCode.OTHER_DETAIL,
                    used(fact),
                    new Arg.Tag(tag),
                    new Arg.Choices(choice.attribute(), List.of(found)),
                    new Arg.Choices(choice.attribute(), choice.values()));
        }
    }

    /** Has one of the tags that a setting counts as economic difficulty. */
    record Difficulty(int bits, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            return Truth.of((person.tagBits & bits) != 0);
        }

        @Override
        public boolean failsEarlierToo(Case person) {
            return person.person.tags().isEmpty();
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            for (Tag tag : Tag.values()) {
                if ((person.tagBits & bits & (1 << tag.slot())) != 0) {
                    into.add(cite.reason(ReasonCode.ECONOMIC_DIFFICULTY, used(person.newest(tag)), new Arg.Tag(tag)));
                    return;
                }
            }
            List<Tag> tags = new ArrayList<>();
            for (Tag tag : Tag.values()) {
                if ((bits & (1 << tag.slot())) != 0) {
                    tags.add(tag);
                }
            }
            into.add(cite.reason(ReasonCode.NO_ECONOMIC_DIFFICULTY, used(null), new Arg.Tags(tags)));
        }
    }

    /** Handicapped with a grade that a setting counts as severe; one handicap that is severe is enough. */
    record Severe(List<Integer> grades, Unknown unknown, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            int best = Truth.NO;
            List<TagFact> facts = person.person.tags();
            for (int i = 0; i < facts.size() && person.has(Tag.HANDICAP); i++) {
                TagFact fact = facts.get(i);
                if (fact.tag() == Tag.HANDICAP && person.counts(fact.span(), fact.provenance())) {
                    int grade = fact.attributes().index(Attribute.GRADE);
                    grade = grade < 0 ? person.ask(unknown, Math.min(i, 15)) : grade;
                    best = Math.max(best, grade < 0 ? Truth.UNKNOWN : Truth.of(grades.contains(grade)));
                }
            }
            return best;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            boolean any = false;
            for (TagFact fact : person.person.tags()) {
                int grade = fact.attributes().index(Attribute.GRADE);
                if (fact.tag() == Tag.HANDICAP && grade >= 0 && person.counts(fact.span(), fact.provenance())) {
                    any |= explain(fact, grade, result, into);
                }
            }
            if (!any && !person.has(Tag.HANDICAP)) {
                into.add(cite.reason(ReasonCode.NO_HANDICAP, used(null), new Arg.Tag(Tag.HANDICAP)));
            }
        }

        private boolean explain(TagFact fact, int grade, int result, List<Reason> into) {
            Arg found = new Arg.Choices(Attribute.GRADE, List.of(grade));
            boolean severe = grades.contains(grade);
            if (severe && result == Truth.YES) {
                into.add(cite.reason(ReasonCode.SEVERE_HANDICAP, used(fact), found));
            } else if (!severe && result == Truth.NO) {
                Arg needed = new Arg.Choices(Attribute.GRADE, grades);
                into.add(cite.reason(ReasonCode.LIGHTER_HANDICAP, used(fact), found, needed));
            }
            return true;
        }
    }
}
