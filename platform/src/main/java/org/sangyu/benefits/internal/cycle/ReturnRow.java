package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the bank's answer, as read.
 *
 * @param number counted from 1 at the first line of the file
 * @param fen the amount the bank names, or null when it cannot be read or is not given
 * @param result the bank's word
 * @param outcome what the word means
 */
record ReturnRow(
        int number,
        String reference,
        @Nullable Long fen,
        String result,
        Outcome outcome,
        String reason,
        @Nullable LocalDate paidOn) {

    enum Outcome {
        PAID,
        FAILED,
        UNKNOWN,
        UNREADABLE
    }
}
