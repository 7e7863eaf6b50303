package org.sangyu.rules.engine;

import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.packs.Unit;

/**
 * One member of a conflict group that a person has.
 *
 * @param index of the benefit among the decisions; -1 when no pack decides it
 * @param amount in its own unit; null when received and the amount is not known
 * @param received whether it is being received
 * @param sure false when it is received but the decision about it is undetermined
 */
record Rival(Arg.Named name, int index, Unit unit, @Nullable Long amount, boolean received, boolean sure) {
    private static final int MONTHS = 12;

    /** The amount by the year; null when not known. */
    @Nullable
    Long byYear() {
        return amount == null ? null : unit == Unit.CNY_MONTH ? amount * MONTHS : amount;
    }

    /** A sum by the year in the unit of this member, half-up to the fen. */
    long inOwnUnit(long byYear) {
        return unit == Unit.CNY_MONTH ? (byYear + MONTHS / 2) / MONTHS : byYear;
    }

    Arg shown() {
        return new Arg.Amount(amount == null ? 0 : amount, unit);
    }
}
