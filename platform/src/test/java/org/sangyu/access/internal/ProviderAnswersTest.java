package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("统一身份平台说的话")
class ProviderAnswersTest {

    private static final String PAGE = "/.well-known/openid-configuration";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJ4In0.AAAA";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Object> said = new LinkedHashMap<>();
    private HttpServer provider;
    private int status = 200;

    @BeforeEach
    void provider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.getResponseHeaders().add("Location", "/elsewhere" + path);
            boolean page = path.endsWith(PAGE);
            byte[] body = JsonMapper.shared().writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page ? status : 302, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        said.put("issuer", issuer());
        said.put("authorization_endpoint", issuer() + "/authorize");
        said.put("token_endpoint", issuer() + "/token");
        said.put("jwks_uri", issuer() + "/keys");
        said.put("userinfo_endpoint", issuer() + "/who");
        said.put("subject_types_supported", List.of("public"));
        said.put("response_types_supported", List.of("code"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    @DisplayName("如实说明的平台，照它说的用")
    void believesWhatFits() {
        assertThat(registration().getProviderDetails().getTokenUri()).isEqualTo(issuer() + "/token");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    @DisplayName("平台叫改去别处的，不跟去")
    void followsNoRedirect(int redirect) {
        status = redirect;
        assertThatThrownBy(this::registration).hasMessageContaining("answers " + redirect);
        assertThat(asked).containsExactly(PAGE);
    }

    @Test
    @DisplayName("取密钥时叫改去别处的，也不跟去")
    void keysAreFetchedWithoutRedirects() {
        ClientRegistration registration = registration();
        assertThatThrownBy(() -> new ProviderAnswers()
                        .decoders()
                        .createDecoder(registration)
                        .decode(TOKEN))
                .isInstanceOf(JwtException.class);
        assertThat(asked).contains("/keys").noneMatch(one -> one.startsWith("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token_endpoint", "jwks_uri", "userinfo_endpoint"})
    @DisplayName("平台给的地址指到云主机元数据或明文的，不用这个平台")
    void checksWhatThePageNames(String name) {
        for (String address :
                List.of("https://169.254.169.254/latest", "http://inside.example.invalid/", "file:///etc/passwd")) {
            said.put(name, address);
            assertThatThrownBy(this::registration).as(address).hasMessageContaining(name);
        }
    }

    @Test
    @DisplayName("自称是别人的平台，不用")
    void refusesAnotherName() {
        said.put("issuer", "https://another.example.invalid");
        assertThatThrownBy(this::registration).hasMessageContaining("otherwise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.invalid", "https://a:b@id.example.invalid", "https://169.254.169.254"})
    @DisplayName("设的地址不合要求，说得出是哪一项")
    void refusesAnIssuer(String issuer) {
        assertThatThrownBy(() -> new ProviderAnswers().about(issuer)).hasMessageContaining("sangyu.oidc.issuer");
    }

    private ClientRegistration registration() {
        return new ProviderAnswers()
                .about(issuer())
                .registrationId("authorities")
                .clientId("sangyu")
                .clientSecret("secret")
                .redirectUri("{baseUrl}/login")
                .build();
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }
}
