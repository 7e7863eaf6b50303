package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/** What the month asks of policy: everybody in a county once, and for each person any month. */
public interface MonthDecisions {

    /** The benefits that can be paid in a county, in their fixed order, with their names. */
    List<Benefit> benefits(Place county);

    /**
     * Begins one pass over a county.
     *
     * @param knownAt what was recorded later is not known
     * @param benefits ids of the benefits asked for; decisions come back in this order
     */
    Reading read(Place county, Instant knownAt, List<String> benefits);

    /** One pass. */
    interface Reading {

        /** Fingerprint of everything that policy rests on, in at most 64 characters. */
        String policy();

        /** Hands over every person once, sorted by elder id; one thread may read while another asks about those read. */
        void forEach(Consumer<Subject> people);
    }

    /** One person with all that is known. */
    interface Subject {

        /** Who. */
        ElderId elder();

        /** The name that goes on lists. */
        String name();

        /** Fingerprint of the facts: the same facts give the same number on every machine. */
        long facts();

        /** Day of death as known, or null. */
        @Nullable
        LocalDate died();

        /** One answer for each benefit asked for, in that order. */
        List<Decided> decide(YearMonth month);
    }

    /** How a decision ended. */
    enum Outcome {
        ENTITLED,
        NOT_ENTITLED,
        UNDETERMINED
    }

    /**
     * One answer.
     *
     * @param fen what is owed for the period when entitled, else 0
     * @param reasonsKey fingerprint of the reasons: equal reasons, equal number
     * @param reasons JSON list of {@code code, args, zh, en, document, clause}; made only when asked for
     */
    record Decided(Outcome outcome, long fen, long reasonsKey, Supplier<String> reasons) {}

    /**
     * A benefit.
     *
     * @param cash false for things and services, which never stand in a payment file
     * @param mirroredByDefault true when another office pays it unless the county says otherwise
     */
    record Benefit(String id, String nameZh, String nameEn, Rhythm rhythm, boolean cash, boolean mirroredByDefault) {}
}
