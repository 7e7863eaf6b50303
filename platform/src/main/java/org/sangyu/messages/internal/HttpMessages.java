package org.sangyu.messages.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sangyu.messages.MessageRules;
import org.sangyu.shared.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages to a gateway over HTTP; follows no redirect and waits a few seconds at most. */
final class HttpMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMessages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

    private final URI address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpMessages(MessageRules rules) {
        this.address = URI.create(rules.url());
        this.token = rules.token();
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!safe) {
            throw new IllegalArgumentException("sangyu.messages.url is https, or on this machine: " + rules.url());
        }
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
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("the message gateway answers {}", status);
            }
        } catch (IOException e) {
            LOG.warn("the message gateway cannot be reached: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
