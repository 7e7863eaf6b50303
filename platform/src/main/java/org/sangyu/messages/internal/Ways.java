package org.sangyu.messages.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.sangyu.messages.MessageRules;
import org.sangyu.shared.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way out that the setting names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageRules.class)
class Ways {

    @Bean
    Messages messages(MessageRules rules, @Value("${sangyu.data}") Path data, Clock clock) {
        return switch (rules.way()) {
            case "console" -> new ConsoleMessages();
            case "file" -> new FileMessages(data.resolve("messages").resolve("outbox.jsonl"), clock);
            case "http" -> new HttpMessages(rules);
            default ->
                throw new IllegalArgumentException("sangyu.messages.way is console, file or http, not " + rules.way());
        };
    }
}
