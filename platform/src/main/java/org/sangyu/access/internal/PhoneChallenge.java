package org.sangyu.access.internal;

import java.io.Serializable;
import java.time.Instant;

/**
 * A code that was sent for one browser; it lies in that browser's session, so nobody else's tries count against it.
 *
 * @param phone where it was sent
 * @param code six digits; empty when nobody may sign in with this telephone, so that no code fits
 * @param until when it ends
 * @param tries how many wrong ones were typed
 * @param passed true once the right one was typed
 */
record PhoneChallenge(String phone, String code, Instant until, int tries, boolean passed) implements Serializable {

    PhoneChallenge wrong() {
        return new PhoneChallenge(phone, code, until, tries + 1, false);
    }

    PhoneChallenge right() {
        return new PhoneChallenge(phone, "", until, tries, true);
    }
}
