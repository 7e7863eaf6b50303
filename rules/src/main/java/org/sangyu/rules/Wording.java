package org.sangyu.rules;

/** Makes Chinese and English sentences of reasons. */
public final class Wording {

    private Wording() {}

    /** The reason in Chinese: one sentence without a full stop at its end. */
    public static String zh(Reason reason) {
        throw new UnsupportedOperationException(reason.toString());
    }

    /** The reason in English: one sentence without a full stop at its end. */
    public static String en(Reason reason) {
        throw new UnsupportedOperationException(reason.toString());
    }
}
