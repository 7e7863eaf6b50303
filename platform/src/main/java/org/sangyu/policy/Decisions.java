package org.sangyu.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * Decides benefits of a county, for everybody or for one person, in any month; always by the same compiled form.
 *
 * <p>The region of a decision is the county's official statistical code. Only people whose facts the current desk may
 * see are read; without a desk there are none.
 */
public interface Decisions {

    /** Every benefit in its fixed order, with its status in the county on that day. */
    List<BenefitInfo> benefits(Place county, LocalDate day);

    /** A benefit of the nation's list, or one that only other offices give; empty for an id no pack knows. */
    Optional<BenefitName> name(String benefit);

    /** Values of an installation setting (本机设置) as they stand for the county; empty when it is not set. */
    List<String> setting(Place county, String key);

    /** SHA-256 of all packs and of what the installation added, in hexadecimal: what every decision rests on. */
    String policy();

    /**
     * Begins one pass over a county.
     *
     * @param knownAt what was recorded later is not known; null for all that is known now
     * @param benefits ids, known ones only; decisions come back in this order
     */
    Reading read(Place county, @Nullable Instant knownAt, List<String> benefits);

    /**
     * One person, by all that is known now.
     *
     * @param benefits ids in the order of the answers; empty for all in their fixed order
     * @return empty when nothing is known about the person inside the current desk's scope
     */
    Optional<Subject> find(Place county, ElderId elder, List<String> benefits);

    /** The same of some people, read together and sorted by id; those of whom nothing is known are left out. */
    List<Subject> find(Place county, List<ElderId> elders, List<String> benefits);

    /** One pass; the packs are those of its beginning, whatever is published meanwhile. */
    interface Reading {

        /** As {@link Decisions#policy}, of this pass. */
        String policy();

        /** Hands over every person once, sorted by elder id; one thread may read while another asks about those read. */
        void forEach(Consumer<Subject> people);
    }

    /** One person with all that is known. */
    interface Subject {

        /** Who. */
        ElderId elder();

        /** The name that goes on lists; empty when no source gives one. */
        String name();

        /** Where registered as known today, else where usually living, else the county. */
        Place place();

        /** Fingerprint of the facts: the same facts give the same number on every machine, in any order. */
        long facts();

        /** Day of death as known, or null. */
        @Nullable
        LocalDate died();

        /** One answer for each benefit asked for, in that order. */
        List<Answer> decide(YearMonth month);
    }
}
