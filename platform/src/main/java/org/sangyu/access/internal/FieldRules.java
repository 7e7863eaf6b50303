package org.sangyu.access.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of the protected fields, {@code sangyu.fields.*}.
 *
 * @param suite {@code AES} (AES-256-GCM, HMAC-SHA256) or {@code SM} (SM4-GCM, HMAC-SM3); counts whenever a key is made
 * @param keys folder of the key file, so that it may lie on another disk than the data; empty for {@code keys} in the data
 *     directory. Elsewhere it is in no back-up
 * @param refresh how often a process looks for a key that another made; a change waits twice as long before it moves fields
 * @param keptEmpty how long a key under which nothing is encrypted any more is kept at least, for back-ups and open sessions
 */
@ConfigurationProperties("sangyu.fields")
record FieldRules(FieldSuite suite, String keys, Duration refresh, Duration keptEmpty) {}
