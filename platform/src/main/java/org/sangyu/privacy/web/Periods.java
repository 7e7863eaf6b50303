package org.sangyu.privacy.web;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.privacy.internal.RetentionPlan.Kind;
import org.sangyu.ui.Words;

/** How long something is kept, in words. */
final class Periods {

    private Periods() {}

    /** The rule of a kind; what has none is kept. */
    static String said(Kind kind, Words words) {
        Period period = kind.period();
        if (period != null) {
            return said(period, words);
        }
        return words.say(
                kind.records() != null && kind.records().uselessBefore().isPresent()
                        ? "privacy.retention.useless"
                        : "privacy.retention.none");
    }

    static String said(Period period, Words words) {
        List<String> parts = new ArrayList<>();
        add(parts, "privacy.years", period.getYears(), words);
        add(parts, "privacy.months", period.getMonths(), words);
        add(parts, "privacy.days", period.getDays(), words);
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String key, int number, Words words) {
        if (number == 1) {
            parts.add(words.say(key + ".one"));
        } else if (number > 1) {
            parts.add(words.say(key, number));
        }
    }
}
