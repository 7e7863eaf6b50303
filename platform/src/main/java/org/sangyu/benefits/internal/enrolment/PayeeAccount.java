package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * Where an enrolment is paid to, or is proposed to be paid to.
 *
 * @param benefit of the enrolment
 * @param relation of the holder to the elder, or the institution's paper; empty for the elder's own
 * @param lastFour last four digits of the number; the whole number is never listed
 * @param holderDiffers the account is said to be the elder's own, but the holder's name is another
 * @param shared the same number is used for another person too
 * @param confirmedBy name of the second person, or null
 */
public record PayeeAccount(
        UUID id,
        UUID enrolment,
        ElderId elder,
        String benefit,
        Place place,
        Kind kind,
        String holder,
        String relation,
        String bank,
        String lastFour,
        boolean holderDiffers,
        boolean shared,
        State state,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        String why) {

    /** Whose account it is. */
    public enum Kind {
        /** The elder's own (本人). */
        SELF,
        /** A named relative's (亲属). */
        FAMILY,
        /** The institution that supports the elder (机构). */
        INSTITUTION,
        /** The guardian's (监护人). */
        GUARDIAN
    }

    /** Between the two people. */
    public enum State {
        /** Waits for the second person (待确认). */
        PROPOSED,
        /** May be paid to (已确认). */
        CONFIRMED,
        /** Was paid to once (已更换). */
        REPLACED,
        /** Not accepted by the second person (未通过). */
        REFUSED
    }
}
