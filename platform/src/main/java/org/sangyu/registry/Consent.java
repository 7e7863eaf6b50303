package org.sangyu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;

/**
 * What an elder allowed somebody (授权): for what, given how, until when; the elder may take it back at any time.
 *
 * @param person who is trusted
 * @param relation to the elder, in words
 * @param maskedPhone their telephone with its middle hidden, or null when they cannot sign in by it
 * @param witness who was there; never empty when it was spoken
 * @param from first day
 * @param last last day on which it counts
 * @param ended when it was taken back, or null
 */
public record Consent(
        UUID id,
        ElderId elder,
        String person,
        String relation,
        @Nullable String maskedPhone,
        Set<Purpose> purposes,
        Given given,
        String witness,
        LocalDate from,
        LocalDate last,
        @Nullable Instant ended) {

    /** Copies the purposes. */
    public Consent {
        purposes = Set.copyOf(purposes);
    }

    /** What for. */
    public enum Purpose {
        /** To read the elder's own page, after signing in by telephone. */
        LOOK,
        /** To apply and bring papers for the elder at a counter. */
        ACT
    }

    /** How. */
    public enum Given {
        /** By word, before a witness. */
        SPOKEN,
        /** In writing; the paper is kept. */
        SIGNED
    }

    /** True on a day within, unless taken back. */
    public boolean counts(LocalDate day) {
        return ended == null && !day.isBefore(from) && !day.isAfter(last);
    }
}
