package org.sangyu.privacy.web;

import java.time.Period;
import org.sangyu.privacy.internal.RetentionPlan.Kind;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;

/** How long something is kept, in words. */
final class Periods {

    private Periods() {}

    /** The rule of a kind; what has none is kept. */
    static String said(Kind kind, Words words) {
        Period period = kind.period();
        if (period != null) {
            return Formats.period(period, words);
        }
        return words.say(
                kind.records() != null && kind.records().uselessBefore().isPresent()
                        ? "privacy.retention.useless"
                        : "privacy.retention.none");
    }
}
