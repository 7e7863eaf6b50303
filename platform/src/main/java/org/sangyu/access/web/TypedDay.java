package org.sangyu.access.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day as a date field sends it. */
final class TypedDay {

    private TypedDay() {}

    /** Null when nothing was typed, or no day. */
    static @Nullable LocalDate of(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}
