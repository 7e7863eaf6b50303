package org.sangyu.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * One person as lists of all modules show them: what is known now, from the sources that count.
 *
 * @param id lasting name
 * @param place to whom the person belongs: the registered residence, or the usual one when that lies elsewhere
 * @param registered where the household is registered, or null when not known
 * @param resides where the person usually lives, or null when not known
 * @param name as kept
 * @param born null when not known
 * @param sex {@code F}, {@code M} or null
 * @param died day of death, or null when alive as far as known
 * @param maskedId ID number with only head and tail, or null when not known
 * @param maskedPhone own telephone with only head and tail, or null when not known
 * @param tags categories that hold today, sorted by code
 * @param version grows with every change; a form that carries an older one is stale
 */
public record ElderSummary(
        ElderId id,
        Place place,
        @Nullable Place registered,
        @Nullable Place resides,
        String name,
        @Nullable LocalDate born,
        @Nullable String sex,
        @Nullable LocalDate died,
        @Nullable String maskedId,
        @Nullable String maskedPhone,
        List<String> tags,
        long version) {

    /** Copies the list. */
    public ElderSummary {
        tags = List.copyOf(tags);
    }

    /** True when the person usually lives in another village than the one of registration (人户分离). */
    public boolean isLivingApart() {
        return registered != null && resides != null && !registered.equals(resides);
    }
}
