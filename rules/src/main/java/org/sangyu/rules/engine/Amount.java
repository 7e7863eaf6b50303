package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.packs.AmountRule;
import org.sangyu.rules.packs.Unit;

/** An amount made ready: fen or pieces, or one of {@link Verdict}, and why. */
interface Amount {

    /** The amount for the person. */
    long of(Case person);

    /** Adds the reasons for the amount that {@link #of} has just given. */
    void explain(Case person, List<Reason> into);

    /** Makes a rule ready. */
    static Amount of(AmountRule rule, Unit unit, Cite cite) {
        return switch (rule) {
            case AmountRule.Flat flat -> new Flat(flat.amount(), unit, cite);
            case AmountRule.Bands bands -> ByAge.of(bands, unit, cite);
            case AmountRule.Table table -> ByDetails.of(table, unit, cite);
            case AmountRule.BySelfCare by ->
                new SelfCare(
                        List.of(by.full(), by.partial(), by.none()),
                        unit,
                        cite,
                        new Unknown(Unknown.SELF_CARE, 3, cite.reason(ReasonCode.SELF_CARE_UNKNOWN, null)));
        };
    }

    /** The same for everyone. */
    record Flat(long amount, Unit unit, Cite cite) implements Amount {
        @Override
        public long of(Case person) {
            return amount;
        }

        @Override
        public void explain(Case person, List<Reason> into) {
            into.add(cite.reason(ReasonCode.AMOUNT_FLAT, null, new Arg.Amount(amount, unit)));
        }
    }

    /** By bands of age, oldest first. */
    record ByAge(List<AmountRule.Band> bands, Unit unit, Cite cite) implements Amount {
        static ByAge of(AmountRule.Bands bands, Unit unit, Cite cite) {
            return new ByAge(List.copyOf(bands.bands().reversed()), unit, cite);
        }

        private int band(Case person) {
            for (int i = 0; i < bands.size(); i++) {
                if (person.hasReached(bands.get(i).fromAge())) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public long of(Case person) {
            int band = band(person);
            return band < 0 ? Verdict.NO : bands.get(band).amount();
        }

        @Override
        public void explain(Case person, List<Reason> into) {
            int band = band(person);
            FactUsed born = PersonChecks.born(person);
            Arg age = new Arg.Whole(person.age());
            if (band < 0) {
                int youngest = bands.getLast().fromAge();
                into.add(cite.reason(ReasonCode.AGE_BELOW, born, age, new Arg.Whole(youngest)));
                Birthdays.explainLeapDay(person, youngest, into);
            } else {
                Arg from = new Arg.Whole(bands.get(band).fromAge());
                into.add(cite.reason(
                        ReasonCode.AMOUNT_BY_AGE,
                        born,
                        new Arg.Amount(bands.get(band).amount(), unit),
                        age,
                        from));
                Birthdays.explainMonth(person, bands.get(band).fromAge(), into);
                if (band > 0) {
                    Birthdays.explainLeapDay(person, bands.get(band - 1).fromAge(), into);
                }
            }
        }
    }

    /** By attributes of a tag. */
    record ByDetails(AmountRule.Table table, List<Unknown> unknowns, Unit unit, Cite cite) implements Amount {
        static ByDetails of(AmountRule.Table table, Unit unit, Cite cite) {
            return new ByDetails(
                    table,
                    table.by().stream()
                            .map(a -> Checks.detailUnknown(table.tag(), a, cite))
                            .toList(),
                    unit,
                    cite);
        }

        @Override
        public long of(Case person) {
            TagFact fact = person.newest(table.tag());
            if (fact == null) {
                return Verdict.NO;
            }
            int index = Math.min(person.person.tags().indexOf(fact), 15);
            int[] found = new int[table.by().size()];
            for (int i = 0; i < found.length; i++) {
                int value = fact.attributes().index(table.by().get(i));
                found[i] = value < 0 ? person.ask(unknowns.get(i), index) : value;
                if (found[i] < 0) {
                    return Verdict.UNKNOWN;
                }
            }
            for (AmountRule.Row row : table.rows()) {
                if (fits(row, found)) {
                    return row.amount();
                }
            }
            return Verdict.OPEN;
        }

        private static boolean fits(AmountRule.Row row, int[] found) {
            for (int i = 0; i < found.length; i++) {
                if (row.choices().get(i) != found[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void explain(Case person, List<Reason> into) {
            TagFact fact = person.newest(table.tag());
            Arg tag = new Arg.Tag(table.tag());
            long amount = of(person);
            if (fact == null) {
                into.add(cite.reason(ReasonCode.LACKS_TAG, TagChecks.used(null), tag));
            } else if (amount == Verdict.OPEN) {
                into.add(cite.reason(ReasonCode.NO_ROW, TagChecks.used(fact), tag));
            } else if (amount >= 0) {
                List<Arg> args = new ArrayList<>(List.of(new Arg.Amount(amount, unit), tag));
                for (Attribute attribute : table.by()) {
                    int value = fact.attributes().index(attribute);
                    if (value >= 0) {
                        args.add(new Arg.Choices(attribute, List.of(value)));
                    }
                }
                into.add(cite.reason(ReasonCode.AMOUNT_BY_DETAILS, TagChecks.used(fact), args.toArray(Arg[]::new)));
            }
        }
    }

    /** By self-care: the hardship tag first, else the national norm where the level settles it. */
    record SelfCare(List<Long> amounts, Unit unit, Cite cite, Unknown unknown) implements Amount {
        @Override
        public long of(Case person) {
            int level = level(person);
            return level < 0 ? Verdict.UNKNOWN : amounts.get(level);
        }

        private int level(Case person) {
            TagFact hardship = person.newest(Tag.EXTREME_HARDSHIP);
            int tested = hardship == null ? -1 : hardship.attributes().index(Attribute.SELF_CARE);
            if (tested >= 0) {
                return tested;
            }
            AbilityFact result = person.ability(AbilityFact.GBT_42195_2022);
            if (result == null) {
                return person.ask(unknown, 0);
            }
            int mapped = mapped(person, result);
            return mapped >= 0 ? mapped : person.ask(notMapped(result), 0);
        }

        private static int mapped(Case person, AbilityFact result) {
            List<Integer> byLevel = person.frame.rules.selfCareByLevel();
            return result.level() < byLevel.size() ? byLevel.get(result.level()) : -1;
        }

        private static Unknown notMapped(AbilityFact result) {
            return new Unknown(
                    Unknown.SELF_CARE,
                    3,
                    Cite.setting(Rules.SELF_CARE)
                            .reason(
                                    ReasonCode.SELF_CARE_NOT_MAPPED,
                                    AbilityChecks.used(result),
                                    new Arg.Whole(result.level())));
        }

        @Override
        public void explain(Case person, List<Reason> into) {
            TagFact hardship = person.newest(Tag.EXTREME_HARDSHIP);
            AbilityFact result = person.ability(AbilityFact.GBT_42195_2022);
            int tested = hardship == null ? -1 : hardship.attributes().index(Attribute.SELF_CARE);
            int level = tested >= 0 ? tested : result == null ? -1 : mapped(person, result);
            if (level >= 0) {
                FactUsed fact = tested >= 0 || result == null ? TagChecks.used(hardship) : AbilityChecks.used(result);
                into.add(cite.reason(
                        ReasonCode.AMOUNT_BY_SELF_CARE,
                        fact,
                        new Arg.Amount(amounts.get(level), unit),
                        new Arg.Choices(Attribute.SELF_CARE, List.of(level))));
            } else {
                into.add(cite.reason(ReasonCode.AMOUNT_FLAT, null, new Arg.Amount(amounts.getFirst(), unit)));
            }
        }
    }
}
