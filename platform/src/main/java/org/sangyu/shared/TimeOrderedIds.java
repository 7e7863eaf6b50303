package org.sangyu.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDv7 ids (RFC 9562): the first 48 bits are milliseconds, so that new rows land side by side in an index.
 *
 * <p>Within one process ids only grow: a counter of 12 bits follows the milliseconds and carries into them.
 */
@Component
public final class TimeOrderedIds {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /** The next id; safe from any thread. */
    public synchronized UUID next() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        long high = ((last >>> COUNTER_BITS) << 16) | VERSION | (last & ((1 << COUNTER_BITS) - 1));
        return new UUID(high, (random.nextLong() & VARIANT_MASK) | VARIANT);
    }

    /** The next elder's id. */
    public ElderId nextElder() {
        return new ElderId(next());
    }
}
