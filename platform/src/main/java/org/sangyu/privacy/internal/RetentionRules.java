package org.sangyu.privacy.internal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what is kept, {@code sangyu.retention.*}.
 *
 * @param after by kind of record, how long it is kept after it is over, such as {@code P10Y}, {@code P18M} or {@code P30D};
 *     a kind that is not named is kept
 * @param batch how many records or elders one transaction takes
 */
@ConfigurationProperties("sangyu.retention")
public record RetentionRules(@Nullable Map<String, String> after, int batch) {

    /** What is written for each kind, without those left empty. */
    Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        if (after != null) {
            after.forEach((kind, text) -> {
                if (!text.isBlank()) {
                    written.put(kind, text.strip());
                }
            });
        }
        return written;
    }
}
