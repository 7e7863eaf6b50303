package org.sangyu.registry.web.compare;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.web.Days;
import org.sangyu.ui.FormErrors;

/** What the form of a check sends, as typed. */
record Answered(
        @Nullable String version,
        @Nullable String verdict,
        @Nullable String who,
        @Nullable String day,
        @Nullable String note) {

    static final Answered NOTHING = new Answered(null, null, null, null, null);

    /** What was sent, with what is wrong with it. */
    record Refused(Answered sent, FormErrors errors) {

        static final Refused NOTHING = new Refused(Answered.NOTHING, FormErrors.NONE);

        boolean isSent() {
            return !errors.isEmpty();
        }
    }

    boolean isRight() {
        return "RIGHT".equals(verdict);
    }

    boolean isDecided() {
        return isRight() || "WRONG".equals(verdict);
    }

    /** The version that the form showed; one that never was when it is no number. */
    int versionShown() {
        String digits = typed(version);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    Optional<LocalDate> dayTyped() {
        return Days.find(typed(day));
    }

    static String typed(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
