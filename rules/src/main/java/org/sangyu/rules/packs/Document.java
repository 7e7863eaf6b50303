package org.sangyu.rules.packs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An official paper that packs cite; its text is loaded by the operator, never shipped.
 *
 * @param number 发文字号, null where none is known
 * @param issued null where the day is not known
 * @param sha256 of the official file, in lower-case hexadecimal, where whoever wrote the pack knew it; else null
 * @param inHand whether whoever wrote the pack had the text itself
 */
public record Document(
        String id,
        Text title,
        @Nullable String number,
        Text issuer,
        @Nullable LocalDate issued,
        @Nullable String sha256,
        boolean inHand,
        Pack pack,
        Position at) {}
