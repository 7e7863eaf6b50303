package org.sangyu.registry.web;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Ages in full years, as people say them: reached on the birthday, 29 February on 1 March of other years. */
public final class Ages {

    private Ages() {}

    /** Full years on a day; for somebody who died, on that day; nothing when the birth is not known or lies ahead. */
    public static String of(@Nullable LocalDate born, @Nullable LocalDate died, LocalDate today) {
        LocalDate on = died == null ? today : died;
        return born == null || born.isAfter(on)
                ? ""
                : String.valueOf(Period.between(born, on).getYears());
    }
}
