package org.sangyu.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.messages.MessageRules;

@DisplayName("短信网关")
class HttpMessagesTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer gateway;
    private int status = 200;

    @BeforeEach
    void gateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    @DisplayName("号码、正文和令牌交给网关一次")
    void handsTheMessageOver() {
        messages().send("13900001111", "验证码 123456");
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .startsWith("POST /send Bearer a-token {")
                        .contains("\"phone\":\"13900001111\"", "\"text\":\"验证码 123456\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @DisplayName("网关叫改去别处的，不跟去：号码和令牌不给第二家")
    void followsNoRedirect(int redirect) {
        status = redirect;
        messages().send("13900001111", "验证码 123456");
        assertThat(asked).hasSize(1).noneMatch(one -> one.contains("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example.invalid/",
                "https://a:b@sms.example.invalid/",
                "https://169.254.169.254/x",
                ""
            })
    @DisplayName("地址不合要求的，启动时就说哪一项设错了")
    void refusesAnAddressAtTheStart(String address) {
        assertThatThrownBy(() -> new HttpMessages(new MessageRules("http", address, "")))
                .hasMessageContaining("sangyu.messages.url");
    }

    private HttpMessages messages() {
        return new HttpMessages(new MessageRules(
                "http", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send", "a-token"));
    }
}
