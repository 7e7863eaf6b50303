package org.sangyu.messages;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How messages leave, {@code sangyu.messages.*}.
 *
 * @param way {@code console}, {@code file} (a line a message in {@code messages/outbox.jsonl} of the data directory) or
 *     {@code http}
 * @param url where an HTTP gateway takes {@code {"phone": …, "text": …}}; https, or this machine
 * @param token what stands after {@code Bearer} in the request; from the environment
 */
@ConfigurationProperties("sangyu.messages")
public record MessageRules(String way, String url, String token) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return Map.of("way", way, "url", url).toString();
    }
}
