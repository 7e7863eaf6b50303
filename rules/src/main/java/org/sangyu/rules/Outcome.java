package org.sangyu.rules;

/** How a decision ends, as one byte of a column; the sealed {@link Decision} says the same of one person. */
public enum Outcome {
    /** Surely not entitled here in this month. */
    NOT_ENTITLED,
    /** Entitled to an amount. */
    ENTITLED,
    /** Depends on what is missing. */
    UNDETERMINED;

    /** How that decision ends. */
    public static Outcome of(Decision decision) {
        return switch (decision) {
            case Decision.Entitled _ -> ENTITLED;
            case Decision.NotEntitled _ -> NOT_ENTITLED;
            case Decision.Undetermined _ -> UNDETERMINED;
        };
    }
}
