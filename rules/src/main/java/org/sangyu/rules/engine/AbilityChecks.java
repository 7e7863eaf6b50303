package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Tag;

/** Conditions over ability and long-term-care grade. */
final class AbilityChecks {

    private AbilityChecks() {}

    static FactUsed used(AbilityFact fact) {
        return new FactUsed("ability", fact.provenance().source(), fact.on());
    }

    /** Disabled: by the national norm where there is a result that holds, else by the tag; so never unknown. */
    record Disabled(int fromLevel, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            AbilityFact result = person.ability(AbilityFact.GBT_42195_2022);
            return Truth.of(result == null ? person.has(Tag.DISABLED) : result.level() >= fromLevel);
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            AbilityFact fact = person.ability(AbilityFact.GBT_42195_2022);
            if (fact == null) {
                ReasonCode code = person.has(Tag.DISABLED) ? ReasonCode.DISABLED_BY_TAG : ReasonCode.NOT_DISABLED;
                into.add(cite.reason(code, TagChecks.used(person.newest(Tag.DISABLED)), new Arg.Tag(Tag.DISABLED)));
            } else {
                ReasonCode code =
                        fact.level() >= fromLevel ? ReasonCode.DISABLED_BY_ABILITY : ReasonCode.NOT_DISABLED_BY_ABILITY;
                into.add(cite.reason(code, used(fact), new Arg.Whole(fact.level()), new Arg.Whole(fromLevel)));
            }
        }
    }

    /** The newest result of the instrument is at least this level. */
    record Level(String instrument, int atLeast, Unknown unknown, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            AbilityFact fact = person.ability(instrument);
            int level = fact == null ? person.ask(unknown, 0) : fact.level();
            return level < 0 ? Truth.UNKNOWN : Truth.of(level >= atLeast);
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            AbilityFact fact = person.ability(instrument);
            if (fact != null) {
                ReasonCode code = fact.level() >= atLeast ? ReasonCode.ABILITY_REACHED : ReasonCode.ABILITY_BELOW;
                into.add(cite.reason(code, used(fact), new Arg.Whole(fact.level()), new Arg.Whole(atLeast)));
            }
        }
    }

    /** The newest grade of long-term-care insurance is at least this; the list is complete, so none means no. */
    record LtciGrade(int atLeast, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            LtciFact fact = person.ltci();
            return Truth.of(fact != null && fact.grade() >= atLeast);
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            LtciFact fact = person.ltci();
            if (fact == null) {
                into.add(cite.reason(ReasonCode.NO_LTCI, new FactUsed("ltci", null, null), new Arg.Whole(atLeast)));
            } else {
                ReasonCode code = fact.grade() >= atLeast ? ReasonCode.LTCI_REACHED : ReasonCode.LTCI_BELOW;
                FactUsed used = new FactUsed("ltci", fact.provenance().source(), fact.on());
                into.add(cite.reason(code, used, new Arg.Whole(fact.grade()), new Arg.Whole(atLeast)));
            }
        }
    }
}
