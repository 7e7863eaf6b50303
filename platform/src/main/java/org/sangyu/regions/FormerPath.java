package org.sangyu.regions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * Where a place stood in the tree, and what it was called, for a time.
 *
 * @param place its path then
 * @param name its name then
 * @param from first day; null when it was so before our data
 * @param to first day no longer; null when it is so now
 */
public record FormerPath(
        Place place,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
