package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Reason;

/** Conditions joined: all of them, any of them, or not. */
final class Joined {

    private Joined() {}

    /** Every part holds: the smallest of their truths. */
    static final class All implements Check {
        private final Check[] parts;

        All(List<Check> parts) {
            this.parts = parts.toArray(Check[]::new);
        }

        @Override
        public int of(Case person) {
            int result = Truth.YES;
            for (Check part : parts) {
                result = Math.min(result, part.of(person));
                if (result == Truth.NO) {
                    return result;
                }
            }
            return result;
        }

        @Override
        public boolean failsEarlierToo(Case person) {
            for (Check part : parts) {
                if (part.failsEarlierToo(person)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            for (Check part : parts) {
                if (part.of(person) == result) {
                    part.explain(person, result, into);
                }
            }
        }
    }

    /** At least one part holds: the greatest of their truths. */
    static final class Any implements Check {
        private final Check[] parts;

        Any(List<Check> parts) {
            this.parts = parts.toArray(Check[]::new);
        }

        @Override
        public int of(Case person) {
            int result = Truth.NO;
            for (Check part : parts) {
                result = Math.max(result, part.of(person));
                if (result == Truth.YES) {
                    return result;
                }
            }
            return result;
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            for (Check part : parts) {
                if (part.of(person) == result) {
                    part.explain(person, result, into);
                    if (result == Truth.YES) {
                        return;
                    }
                }
            }
        }
    }

    /** The part does not hold. */
    record Not(Check part) implements Check {
        @Override
        public int of(Case person) {
            return Truth.YES - part.of(person);
        }

        @Override
        public void explain(Case person, int result, List<Reason> into) {
            part.explain(person, Truth.YES - result, into);
        }
    }
}
