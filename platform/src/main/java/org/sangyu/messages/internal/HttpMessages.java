package org.sangyu.messages.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.sangyu.messages.MessageRules;
import org.sangyu.shared.Messages;
import org.sangyu.shared.OutboundAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages to a gateway over HTTP; follows no redirect and waits a few seconds at most. */
final class HttpMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMessages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SETTING = "sangyu.messages.url";

    private final URI address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpMessages(MessageRules rules) {
        this.address = OutboundAddress.of(rules.url(), SETTING);
        this.token = rules.token();
    }

    @Override
    public void send(String phone, String text) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("phone", phone, "text", text))))
                .build();
        try {
            // What the name means may have changed since the start.
            OutboundAddress.of(address.toString(), SETTING);
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("the message gateway answers {}", status);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the message gateway cannot be reached: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
