package org.sangyu.benefits.internal.enrolment;

import java.util.Arrays;
import org.sangyu.ui.Words;

/** A reason as it is kept: what a person typed, or a key of our words with arguments when a deed followed by itself. */
public final class Why {

    private static final String MARK = "@";
    private static final String BETWEEN = "|";

    private Why() {}

    /** A reason of ours, to be read in either language. */
    static String of(String wordKey, String... arguments) {
        return MARK + wordKey + BETWEEN + String.join(BETWEEN, arguments);
    }

    /** The reason in the reader's language; what a person typed stays as it is. */
    public static String say(String why, Words words) {
        if (!why.startsWith(MARK)) {
            return why;
        }
        String[] parts = why.substring(MARK.length()).split("\\|", -1);
        if (!words.knows(parts[0])) {
            return why;
        }
        return words.say(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
    }
}
