package org.sangyu.access.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sangyu.shared.OutboundAddress;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the identity provider, follows no redirect, and calls only addresses that may be called: what its page about itself
 * names is checked like what an operator sets.
 */
final class ProviderAnswers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PAGE = "/.well-known/openid-configuration";
    private static final String SETTING = "sangyu.oidc.issuer";
    private static final List<String> CALLED = List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What the provider says of itself, as far as it may be believed. */
    ClientRegistration.Builder about(String issuer) {
        URI address = OutboundAddress.of(issuer + PAGE, SETTING);
        Map<String, Object> said = read(address);
        if (!issuer.equals(said.get("issuer"))) {
            throw new IllegalStateException("the identity provider calls itself otherwise: " + said.get("issuer"));
        }
        for (String name : CALLED) {
            if (said.get(name) instanceof String called) {
                OutboundAddress.of(called, name + " of the identity provider");
            }
        }
        return ClientRegistrations.fromOidcConfiguration(said);
    }

    private Map<String, Object> read(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("the identity provider answers " + answer.statusCode());
            }
            return JsonMapper.shared().readValue(answer.body(), new TypeReference<>() {});
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("the identity provider cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the provider who somebody is. */
    OidcUserService users() {
        DefaultOAuth2UserService asked = new DefaultOAuth2UserService();
        RestTemplate calls = calls();
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        asked.setRestOperations(calls);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(asked);
        return users;
    }

    private RestTemplate calls() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }

    /** Reads tokens with the provider's keys. */
    JwtDecoderFactory<ClientRegistration> decoders() {
        return registration -> decoder(registration);
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new IllegalStateException("the identity provider names no keys");
        }
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keys).restOperations(calls()).build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}
