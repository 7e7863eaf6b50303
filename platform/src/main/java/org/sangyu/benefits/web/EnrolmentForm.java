package org.sangyu.benefits.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deed on one enrolment as typed.
 *
 * @param endedFrom last month paid, as people say it, {@code 2026-05}
 */
record EnrolmentForm(
        @Nullable String verb,
        @Nullable String why,
        @Nullable String endedFrom,
        @Nullable String version) {

    String reason() {
        return why == null ? "" : why.strip();
    }

    String month() {
        return endedFrom == null ? "" : endedFrom.strip();
    }

    /** The first month no longer paid, from the last month paid that was typed. */
    Optional<YearMonth> firstMonthNoLonger() {
        try {
            return month().isEmpty()
                    ? Optional.empty()
                    : Optional.of(YearMonth.parse(month()).plusMonths(1));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    boolean isFor(int stored) {
        return version == null || version.equals(String.valueOf(stored));
    }
}
