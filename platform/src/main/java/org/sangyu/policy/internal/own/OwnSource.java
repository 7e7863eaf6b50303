package org.sangyu.policy.internal.own;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Files;

/**
 * The paper on which an entered value stands; asked for without exception.
 *
 * @param title of the paper
 * @param number 发文字号, null where it has none
 * @param issuer who issued it
 * @param issued its day, null where it has none
 * @param clause where in it
 * @param words what it says there, word for word
 * @param scan the paper itself
 */
public record OwnSource(
        String title,
        @Nullable String number,
        String issuer,
        @Nullable LocalDate issued,
        String clause,
        String words,
        Files.Stored scan) {}
