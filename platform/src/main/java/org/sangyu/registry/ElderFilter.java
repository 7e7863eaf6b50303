package org.sangyu.registry;

import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * Narrows a list of elders inside a scope; null does not narrow.
 *
 * @param place only this place and below
 * @param tag only people with this category today
 * @param age only this band
 * @param life which lives
 * @param text as typed into the search of the list; see {@link Registry#search}
 */
public record ElderFilter(
        @Nullable Place place,
        @Nullable String tag,
        @Nullable AgeBand age,
        Life life,
        @Nullable String text) {

    /** Everyone alive. */
    public static final ElderFilter LIVING = new ElderFilter(null, null, null, Life.LIVING, null);

    /** Full years of age, from inclusive, to exclusive. */
    public enum AgeBand {
        BELOW_60(0, 60),
        FROM_60(60, 70),
        FROM_70(70, 80),
        FROM_80(80, 90),
        FROM_90(90, 100),
        FROM_100(100, 200);

        private final int from;
        private final int to;

        AgeBand(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Youngest age inside, in full years. */
        public int from() {
            return from;
        }

        /** First age no longer inside. */
        public int to() {
            return to;
        }
    }

    /** Alive as far as known, or died. */
    public enum Life {
        LIVING,
        DIED
    }
}
