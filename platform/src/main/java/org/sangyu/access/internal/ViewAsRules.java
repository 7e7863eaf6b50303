package org.sangyu.access.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How an administrator may look at somebody's pages, {@code sangyu.view-as.*}.
 *
 * @param lasts how long from the code on, the view included
 * @param tries how many wrong codes end the offer
 */
@ConfigurationProperties("sangyu.view-as")
public record ViewAsRules(Duration lasts, int tries) {}
