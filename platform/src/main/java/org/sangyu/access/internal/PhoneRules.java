package org.sangyu.access.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Sign-in by telephone, {@code sangyu.phone.*}.
 *
 * @param lasts how long a code counts
 * @param tries how many wrong codes end it
 * @param perPhone codes an hour to one telephone for browsers that never signed in with it, all together; a browser that
 *     did has as many of its own, so that a stranger who asks keeps nobody out
 * @param perAddress codes an hour from one network address
 * @param remembered how long such a browser is known
 */
@ConfigurationProperties("sangyu.phone")
public record PhoneRules(Duration lasts, int tries, int perPhone, int perAddress, Duration remembered) {}
