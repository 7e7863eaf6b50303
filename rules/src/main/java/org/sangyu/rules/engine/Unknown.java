package org.sangyu.rules.engine;

import org.sangyu.rules.Reason;

/**
 * Something that may be missing, with as many possible values as {@code size}.
 *
 * @param key the same for the same missing thing, wherever it is asked
 * @param reason what to say when the answer hangs on it
 */
record Unknown(int key, int size, Reason reason) {
    static final int RESIDENCE = 1;
    static final int SEX = 3;
    static final int SELF_CARE = 4;
    static final int ABILITY = 100;
    static final int DETAIL = 1_000;
    static final int CHOICE = 100_000;
}
