package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-in at the identity provider of the authorities (OpenID Connect). It says who somebody is; what they may do stands in
 * the account here, and whoever has none gets nowhere.
 *
 * <p>The provider is first asked when somebody goes there, so that one that is down keeps nobody from starting.
 */
@Component
class IdentityProvider {

    private static final String REGISTRATION = "authorities";

    private final IdentityRules rules;
    private final AccountTables accounts;
    private final AuditLedger ledger;
    private final Entrance entrance;
    private final ProviderAnswers answers = new ProviderAnswers();

    IdentityProvider(IdentityRules rules, AccountTables accounts, AuditLedger ledger, Entrance entrance) {
        this.rules = rules;
        this.accounts = accounts;
        this.ledger = ledger;
        this.entrance = entrance;
    }

    /** The second way in, where there is one. */
    HttpSecurity on(HttpSecurity http) {
        if (!rules.isOn()) {
            return http;
        }
        return http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(this::registrations))
                .userInfoEndpoint(who -> who.oidcUserService(answers.users()))
                .successHandler(this::entered)
                .failureHandler((request, response, refused) -> {
                    ledger.signInRefused("", "PROVIDER");
                    response.sendRedirect("/sign-in?provider");
                }));
    }

    private InMemoryClientRegistrationRepository registrations() {
        ClientRegistration registration = answers.about(rules.issuer())
                .registrationId(REGISTRATION)
                .clientId(rules.clientId())
                .clientSecret(rules.clientSecret())
                .scope("openid", "profile")
                .build();
        return new InMemoryClientRegistrationRepository(registration);
    }

    private void entered(HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException, jakarta.servlet.ServletException {
        Optional<SignedIn> person = proved.getPrincipal() instanceof OidcUser user
                ? Optional.ofNullable(user.getClaimAsString(rules.claim())).flatMap(accounts::findByExternalId)
                : Optional.empty();
        if (person.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            ledger.signInRefused("", "UNKNOWN");
            response.sendRedirect("/sign-in?unknown");
            return;
        }
        Authentication entered = entrance.admit(person.get(), request, response);
        new AfterSignIn(ledger).onAuthenticationSuccess(request, response, entered);
    }
}
