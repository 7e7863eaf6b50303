package org.sangyu.exchange.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much may be asked, from the configuration: people and bytes of one question, questions of one vendor a minute. */
@Component
public final class ApiLimits {

    private final int people;
    private final int bytes;
    private final int perMinute;

    ApiLimits(
            @Value("${sangyu.api.most-people:500}") int people,
            @Value("${sangyu.api.most-bytes:1048576}") int bytes,
            @Value("${sangyu.api.per-minute:120}") int perMinute) {
        this.people = atLeastOne(people, "sangyu.api.most-people");
        this.bytes = atLeastOne(bytes, "sangyu.api.most-bytes");
        this.perMinute = atLeastOne(perMinute, "sangyu.api.per-minute");
    }

    /** People of one question, at most. */
    public int people() {
        return people;
    }

    /** Bytes of one question, at most. */
    public int bytes() {
        return bytes;
    }

    /** Questions of one vendor in a minute, at most, in this process. */
    public int perMinute() {
        return perMinute;
    }

    private static int atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + value);
        }
        return value;
    }
}
