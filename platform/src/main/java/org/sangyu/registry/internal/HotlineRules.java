package org.sangyu.registry.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The hotline, {@code sangyu.hotline.*}.
 *
 * @param perHour how many numbers one account may look for in an hour, found or not
 */
@ConfigurationProperties("sangyu.hotline")
public record HotlineRules(int perHour) {}
