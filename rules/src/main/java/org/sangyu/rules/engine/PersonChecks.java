package org.sangyu.rules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.packs.Condition;

/** Conditions over birth, sex, institution and what is received. */
final class PersonChecks {

    private PersonChecks() {}

    static FactUsed born(Case person) {
        return person.bornUsed();
    }

    /** From {@code atLeast} full years to below {@code below}. */
    record OfAge(int atLeast, int below, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            return Truth.of(person.hasReached(atLeast) && (below == Condition.Age.OPEN || !person.hasReached(below)));
        }

        @Override
        public boolean failsEarlierToo(Case person) {
            return !person.hasReached(atLeast);
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            Arg age = new Arg.Whole(person.age());
            if (!person.hasReached(atLeast)) {
                into.add(cite.reason(ReasonCode.AGE_BELOW, born(person), age, new Arg.Whole(atLeast)));
                Birthdays.explainLeapDay(person, atLeast, into);
            } else if (result == Truth.NO && below != Condition.Age.OPEN) {
                into.add(cite.reason(ReasonCode.AGE_ABOVE, born(person), age, new Arg.Whole(below)));
            } else {
                into.add(cite.reason(ReasonCode.AGE_REACHED, born(person), age, new Arg.Whole(atLeast)));
                Birthdays.explainMonth(person, atLeast, into);
            }
        }
    }

    /** Of this sex. */
    record OfSex(Sex sex, Unknown unknown, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            Sex found = sex(person);
            return found == null ? Truth.UNKNOWN : Truth.of(found == sex);
        }

        private @Nullable Sex sex(Case person) {
            Sex known = person.person.sex();
            if (known != null) {
                return known;
            }
            int assumed = person.ask(unknown, 0);
            return assumed < 0 ? null : assumed == 0 ? Sex.F : Sex.M;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            Sex known = person.person.sex();
            if (known != null) {
                FactUsed fact = new FactUsed("sex", null, null);
                into.add(
                        known == sex
                                ? cite.reason(ReasonCode.SEX_FITS, fact, new Arg.OfSex(sex))
                                : cite.reason(ReasonCode.SEX_OTHER, fact, new Arg.OfSex(known), new Arg.OfSex(sex)));
            }
        }
    }

    /** Lives in an institution on the day that counts. */
    record InInstitution(Cite cite) implements Check {
        @Override
        public int of(Case person) {
            return Truth.of(stay(person) != null);
        }

        private static @Nullable StayFact stay(Case person) {
            for (StayFact stay : person.person.institution()) {
                if (person.counts(stay.span(), stay.provenance())) {
                    return stay;
                }
            }
            return null;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            StayFact stay = stay(person);
            into.add(
                    stay == null
                            ? cite.reason(ReasonCode.AT_HOME, new FactUsed("institution", null, null))
                            : cite.reason(
                                    ReasonCode.IN_INSTITUTION,
                                    new FactUsed(
                                            "institution",
                                            stay.provenance().source(),
                                            stay.span().from())));
        }
    }

    /** Receives a benefit on the day that counts. */
    record ReceivesIt(String benefit, Arg.Named name, Cite cite) implements Check {
        @Override
        public int of(Case person) {
            return Truth.of(receipt(person, benefit) != null);
        }

        static @Nullable Receipt receipt(Case person, String benefit) {
            for (Receipt receipt : person.person.receives()) {
                if (receipt.benefit().equals(benefit) && person.counts(receipt.span(), receipt.provenance())) {
                    return receipt;
                }
            }
            return null;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            Receipt receipt = receipt(person, benefit);
            into.add(
                    receipt == null
                            ? cite.reason(ReasonCode.RECEIVES_NOT, new FactUsed("receives", null, null), name)
                            : cite.reason(ReasonCode.RECEIVES, used(receipt), name));
        }

        static FactUsed used(Receipt receipt) {
            return new FactUsed(
                    "receives", receipt.provenance().source(), receipt.span().from());
        }
    }
}
