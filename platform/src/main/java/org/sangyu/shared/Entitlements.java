package org.sangyu.shared;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "What can I have, and why": answered by policy for one person, shown on the elder's pages. */
public interface Entitlements {

    /** Every benefit in its fixed order, decided for the month from what is known now. */
    List<Line> of(ElderId elder, Scope scope, YearMonth month, Locale language);

    /** How a decision ended. */
    enum Outcome {
        ENTITLED,
        NOT_ENTITLED,
        UNDETERMINED
    }

    /**
     * One benefit.
     *
     * @param benefit its id
     * @param name its name in the reader's language
     * @param outcome how it was decided
     * @param amount for example {@code 50.00 元/月}, or null
     * @param reasons sentences, each with its clause
     * @param standing what the documents of the place say about it
     */
    record Line(
            String benefit,
            String name,
            Outcome outcome,
            @Nullable String amount,
            List<Because> reasons,
            Standing standing) {

        /** True when a document only announces it. */
        public boolean announced() {
            return standing == Standing.ANNOUNCED;
        }
    }

    /** What the documents of a place say about a benefit. */
    enum Standing {
        GIVEN,
        ANNOUNCED,
        ABSENT
    }

    /**
     * One reason.
     *
     * @param sentence in the reader's language, naming the value found and the value needed
     * @param clause document and clause, as printed
     */
    record Because(String sentence, String clause) {}
}
