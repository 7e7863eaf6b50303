package org.sangyu.benefits.internal.cycle;

import java.time.YearMonth;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Decided;
import org.sangyu.benefits.internal.cycle.MonthDecisions.Outcome;

/** What was decided for one benefit in one month. */
record MonthAnswer(YearMonth month, Decided decided) {

    Outcome outcome() {
        return decided.outcome();
    }

    long fen() {
        return decided.fen();
    }
}
