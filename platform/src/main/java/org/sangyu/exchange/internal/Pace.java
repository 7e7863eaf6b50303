package org.sangyu.exchange.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts the questions of each vendor by the minute of the clock; forgotten when the process ends. */
@Component
public class Pace {

    private static final long SECONDS = 60;

    private final Map<UUID, Minute> minutes = new ConcurrentHashMap<>();
    private final ApiLimits limits;
    private final Clock clock;

    Pace(ApiLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Minute(long number, int count) {}

    /** Counts one question; 0 when it may be asked, else after how many seconds the next may. */
    public long count(UUID vendor) {
        long second = clock.instant().getEpochSecond();
        Minute minute = minutes.merge(
                vendor,
                new Minute(second / SECONDS, 1),
                (before, now) -> before.number() == now.number() ? new Minute(now.number(), before.count() + 1) : now);
        return minute.count() <= limits.perMinute() ? 0 : SECONDS - second % SECONDS;
    }
}
