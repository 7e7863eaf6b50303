package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * A thing for one person: due once, handed over once (实物送达).
 *
 * @param deliveredBy who brought it
 * @param receivedBy who took it, and how related; may be empty
 * @param photo hash of the picture, or null
 * @param recorded who entered it, or null while it waits
 * @param act what undoes it, or null
 */
public record Delivery(
        UUID id,
        ElderId elder,
        String benefit,
        Place place,
        DeliveryState state,
        Enrolment.Because because,
        LocalDate madeOn,
        @Nullable LocalDate deliveredOn,
        String deliveredBy,
        String receivedBy,
        String note,
        @Nullable String photo,
        @Nullable Recorded recorded,
        @Nullable UUID act) {

    /** Who entered it, at which desk, when. */
    public record Recorded(String account, String name, String role, Instant at) {}
}
