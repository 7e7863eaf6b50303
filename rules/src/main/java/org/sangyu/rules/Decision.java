package org.sangyu.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Benefit;

/** The answer for one person, one benefit and one month; unit, period and kind stand in the benefit. */
public sealed interface Decision {

    /** The benefit decided. */
    Benefit benefit();

    /** Why, never empty; the first is the one that decides. */
    List<Reason> reasons();

    /** The amount before a conflict with another benefit changed it; null when none did. */
    @Nullable
    Long before();

    /**
     * Entitled to this amount.
     *
     * @param amount in fen, or pieces for a thing; for a yearly benefit the year's amount
     * @param atLeast the document gives only a minimum
     */
    record Entitled(
            Benefit benefit,
            long amount,
            boolean atLeast,
            @Nullable Long before,
            List<Reason> reasons) implements Decision {}

    /** Surely not entitled here in this month. */
    record NotEntitled(Benefit benefit, @Nullable Long before, List<Reason> reasons) implements Decision {}

    /**
     * Depends on what is missing.
     *
     * @param possible the amounts it may be, each once, ascending; 0 stands for 'not entitled'; empty when no amount
     *     is known
     */
    record Undetermined(
            Benefit benefit, List<Long> possible, @Nullable Long before, List<Reason> reasons) implements Decision {}
}
