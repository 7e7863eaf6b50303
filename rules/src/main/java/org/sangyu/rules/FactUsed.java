package org.sangyu.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fact a reason rests on.
 *
 * @param what the key of the fact in a facts file: {@code born}, {@code tags}, {@code ability} …
 * @param source who said so; null where not said
 * @param date the day it is of: the birth, the start of a tag, the assessment; null where not said
 */
public record FactUsed(
        String what, @Nullable String source, @Nullable LocalDate date) {}
