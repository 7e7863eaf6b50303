package org.sangyu.access.internal;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity provider of the authorities (统一身份认证), {@code sangyu.oidc.*}; without an issuer nobody is sent there.
 *
 * @param issuer its address, https
 * @param clientId what this installation is called there
 * @param clientSecret what it proves itself with; from the environment, never in a file of the project
 * @param claim which of its statements names the person: the same that stands in the account here
 * @param name what the button says
 */
@ConfigurationProperties("sangyu.oidc")
public record IdentityRules(String issuer, String clientId, String clientSecret, String claim, String name) {

    /** True when there is a provider. */
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return Map.of("issuer", issuer, "clientId", clientId, "claim", claim).toString();
    }
}
