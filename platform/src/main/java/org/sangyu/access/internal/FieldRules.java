package org.sangyu.access.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key of the protected fields, {@code sangyu.fields.*}.
 *
 * @param suite {@code AES} (AES-256-GCM, HMAC-SHA256) or {@code SM} (SM4-GCM, HMAC-SM3); counts when the key is made, at
 *     the first start, and stays
 * @param keys folder of the key, so that it may lie on another disk than the data; empty for {@code keys} in the data
 *     directory. Elsewhere it is in no back-up
 */
@ConfigurationProperties("sangyu.fields")
record FieldRules(FieldSuite suite, String keys) {}
