package org.sangyu.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sangyu.exchange.internal.ApiLimits;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.rules.RegionCode;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Desks;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every example of the description is sent to the real endpoint and must come back as it stands there.
 *
 * <p>How a refusal is provoked stands beside it under {@code x-try}: another token, method, address, type or body.
 */
@AppTest
@DisplayName("接口说明里的每个例子")
class OpenApiAppTest {

    private static final Map<?, ?> DESCRIPTION = description();
    private static final String DECISIONS = "/api/v1/decisions";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper mapper = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Vendors vendors;

    @Autowired
    ApiLimits limits;

    @Autowired
    Clock clock;

    private String everywhere = "";
    private String elsewhere = "";

    @BeforeEach
    void twoVendors() {
        everywhere = admit("everywhere", null);
        elsewhere = admit("elsewhere", new RegionCode("511724"));
    }

    private String admit(String name, @Nullable RegionCode region) {
        return CurrentDesk.call(
                Desks.of(Role.ADMINISTRATOR, "C"),
                () -> vendors.admit(new Vendors.Wanted(name, region, LocalDate.now(clock), null))
                        .token());
    }

    @TestFactory
    @DisplayName("发给真的接口，答复与说明一致")
    List<DynamicTest> everyExampleIsTrue() {
        List<DynamicTest> tests = new ArrayList<>();
        at(operation(), "responses").forEach((status, response) -> {
            Map<?, ?> content = at((Map<?, ?>) response, "content");
            content.forEach((type, media) -> examples((Map<?, ?>) media)
                    .forEach((name, example) -> tests.add(DynamicTest.dynamicTest(
                            status + " " + name,
                            () -> compare(Integer.parseInt((String) status), (String) type, (String) name, (Map<?, ?>)
                                    example)))));
        });
        assertThat(tests).hasSizeGreaterThan(9);
        return tests;
    }

    private void compare(int status, String type, String name, Map<?, ?> example) throws Exception {
        Map<?, ?> attempt = example.get("x-try") instanceof Map<?, ?> said ? said : Map.of();
        HttpResponse<String> answer = send(name, attempt);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        JsonNode expected = mapper.valueToTree(example.get("value"));
        assertThat(mapper.readTree(answer.body())).as(answer.body()).isEqualTo(expected);
    }

    private HttpResponse<String> send(String name, Map<?, ?> attempt) throws Exception {
        String token = token(word(attempt, "token", "everywhere"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + word(attempt, "path", DECISIONS)))
                .header("Content-Type", word(attempt, "type", "application/json"))
                .method(word(attempt, "method", "POST"), HttpRequest.BodyPublishers.ofString(body(name, attempt)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int i = 0; attempt.containsKey("until") && i < 3 * limits.perMinute(); i++) {
            if (answer.statusCode() == (Integer) attempt.get("until")) {
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isBetween(1L, 60L);
                break;
            }
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    private String token(String which) {
        return switch (which) {
            case "none" -> "";
            case "unknown" -> "sy_unknown";
            case "elsewhere" -> elsewhere;
            case "busy" -> admit("busy", null);
            default -> everywhere;
        };
    }

    private String body(String name, Map<?, ?> attempt) {
        if (attempt.get("text") instanceof String text) {
            return text;
        }
        String question =
                word(attempt, "question", at(content("requestBody"), "examples").containsKey(name) ? name : "");
        Map<Object, Object> asked = new LinkedHashMap<>(question(question));
        if (attempt.get("people") instanceof Integer many) {
            asked.put(
                    "people",
                    IntStream.range(0, many)
                            .mapToObj(number -> Map.of("id", "p" + number, "born", "1935-03-02"))
                            .toList());
        }
        String json = mapper.writeValueAsString(asked);
        return attempt.get("bytes") instanceof Integer bytes ? json + " ".repeat(bytes - json.length()) : json;
    }

    /** A fault of ours has no example: none can be provoked. */
    private static Map<?, ?> examples(Map<?, ?> media) {
        return media.get("examples") instanceof Map<?, ?> examples ? examples : Map.of();
    }

    private static Map<?, ?> question(String name) {
        Map<?, ?> examples = at(content("requestBody"), "examples");
        Object chosen = name.isEmpty() ? examples.values().iterator().next() : examples.get(name);
        return at((Map<?, ?>) Objects.requireNonNull(chosen), "value");
    }

    private static Map<?, ?> content(String part) {
        return at(at(at(operation(), part), "content"), "application/json");
    }

    private static Map<?, ?> operation() {
        return at(at(at(DESCRIPTION, "paths"), DECISIONS), "post");
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }

    private static String word(Map<?, ?> map, String key, String otherwise) {
        return map.get(key) instanceof String text ? text : otherwise;
    }

    private static Map<?, ?> description() {
        try (InputStream stream = new ClassPathResource("api/openapi.yaml").getInputStream()) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
