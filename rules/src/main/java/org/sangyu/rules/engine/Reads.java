package org.sangyu.rules.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sangyu.rules.FactBits;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Condition;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Standard;

/**
 * Which facts the rules of a benefit can look at, whatever the day: too many cost time, too few would cost truth.
 *
 * @param bits of {@link FactBits}
 * @param ages at which something changes
 */
record Reads(long bits, Set<Integer> ages) {

    static Reads of(Frame frame, BenefitPolicy policy) {
        Gathering gathering = new Gathering(frame);
        gathering.bits |= FactBits.DIED_BEFORE
                | FactBits.residence(frame.rules.residence(policy.benefit().residence()));
        gathering.conditions(policy.who());
        for (Parameter<Standard> layer : policy.amount()) {
            for (Dated<Standard> value : layer.values()) {
                gathering.amount(value.value().rule());
            }
        }
        return new Reads(gathering.bits, gathering.ages);
    }

    private static final class Gathering {
        private final Frame frame;
        private final Set<Integer> ages = new TreeSet<>();
        private final Set<String> groups = new HashSet<>();
        private long bits;

        Gathering(Frame frame) {
            this.frame = frame;
        }

        void conditions(List<Parameter<Condition>> layers) {
            layers.forEach(layer -> layer.values().forEach(value -> condition(value.value())));
        }

        void condition(Condition condition) {
            switch (condition) {
                case Condition.All all -> all.of().forEach(this::condition);
                case Condition.Any any -> any.of().forEach(this::condition);
                case Condition.Not not -> condition(not.of());
                case Condition.Age age -> {
                    ages.add(age.atLeast());
                    if (age.below() != Condition.Age.OPEN) {
                        ages.add(age.below());
                    }
                }
                case Condition.HasTag has -> {
                    bits |= FactBits.of(has.tag());
                    has.choices().forEach(choice -> bits |= FactBits.of(choice.attribute()));
                }
                case Condition.EconomicDifficulty _ -> bits |= frame.rules.difficultyTags();
                case Condition.Disabled _ -> bits |= FactBits.ability() | FactBits.of(Tag.DISABLED);
                case Condition.SevereHandicap _ -> bits |= FactBits.of(Tag.HANDICAP) | FactBits.of(Attribute.GRADE);
                case Condition.InInstitution _ -> bits |= FactBits.IN_INSTITUTION;
                case Condition.Ability _ -> bits |= FactBits.ability();
                case Condition.Ltci _ -> bits |= FactBits.ltci();
                case Condition.IsSex _ -> bits |= FactBits.sex();
                case Condition.Receives _ -> {} // whoever receives something has the facts beside the columns
                case Condition.InGroup in -> group(in.group());
            }
        }

        private void group(String group) {
            if (groups.add(group)) {
                conditions(frame.packs.members(frame.region, group, frame.draft));
            }
        }

        void amount(AmountRule rule) {
            switch (rule) {
                case AmountRule.Flat _ -> {} // the same for everyone
                case AmountRule.Bands bands -> bands.bands().forEach(band -> ages.add(band.fromAge()));
                case AmountRule.Table table -> {
                    bits |= FactBits.of(table.tag());
                    table.by().forEach(attribute -> bits |= FactBits.of(attribute));
                }
                case AmountRule.BySelfCare _ ->
                    bits |= FactBits.of(Tag.EXTREME_HARDSHIP) | FactBits.of(Attribute.SELF_CARE) | FactBits.ability();
            }
        }
    }
}
