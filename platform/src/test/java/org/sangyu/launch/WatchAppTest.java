package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.testing.AppTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@AppTest
@TestPropertySource(properties = "management.server.port=0")
@DisplayName("看护机器用的端口")
class WatchAppTest {

    @LocalServerPort
    int pages;

    @LocalManagementPort
    int watch;

    @Test
    @DisplayName("另有端口时，健康、就绪、指标在那里，不说细节；页面的端口上没有")
    void answersOnAPortOfItsOwn() throws Exception {
        assertThat(get(watch, "/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(get(watch, "/health/readiness").body()).contains("UP");
        assertThat(get(pages, "/sign-in").statusCode()).isEqualTo(200);
        assertThat(get(watch, "/prometheus").body()).contains("hikaricp_connections", "http_server_requests");
        assertThat(get(watch, "/env").statusCode()).isNotEqualTo(200);
        assertThat(get(watch, "/heapdump").statusCode()).isNotEqualTo(200);
        assertThat(get(pages, "/health").headers().firstValue("Location").orElse(""))
                .contains("/sign-in");
        assertThat(get(pages, "/prometheus").headers().firstValue("Location").orElse(""))
                .contains("/sign-in");
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
