package org.sangyu.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * The lasting name of one elder in the whole installation (UUIDv7): never reused, never derived from the ID number.
 *
 * @param value the id as tables and addresses carry it
 */
public record ElderId(UUID value) implements Comparable<ElderId> {

    /**
     * Reads the form used in addresses.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ElderId parse(String text) {
        return new ElderId(UUID.fromString(text));
    }

    /** Reads the form used in addresses; empty for any other text. */
    public static Optional<ElderId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Sorts as PostgreSQL sorts {@code uuid}: unsigned, byte by byte. */
    @Override
    public int compareTo(ElderId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
