package org.sangyu.regions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An official code of a place.
 *
 * @param system whose code
 * @param code digits without padding zeros
 * @param from first day; null when it was so before our data
 * @param to first day no longer; null when it is in use
 */
public record PlaceCode(
        CodeSystem system,
        String code,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
