package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Sign-in by account and password, every request checked against {@link Routes}, strict headers. */
@Configuration
@EnableConfigurationProperties({
    SignInRules.class,
    IdentityRules.class,
    PhoneRules.class,
    FieldRules.class,
    ViewAsRules.class
})
class Security {

    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Argon2id with 16 MB and two passes; a stored secret names its algorithm, so that a stronger one can follow. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /** Unknown and disabled accounts look alike; the provider then spends the same time on a made-up secret. */
    @Bean
    UserDetailsService users(AccountTables accounts) {
        return name -> accounts.findForSignIn(GuardedSignIn.nameOf(name))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** The only one; named again in the chain it would be asked, and count a failure, twice. */
    @Bean
    AuthenticationProvider signIn(UserDetailsService users, PasswordEncoder encoder, SignInGuard guard) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users);
        passwords.setPasswordEncoder(encoder);
        return new GuardedSignIn(passwords, guard);
    }

    /** Tokens of the identity provider, read with keys that are fetched without following a redirect. */
    @Bean
    JwtDecoderFactory<ClientRegistration> providerTokens() {
        return new ProviderAnswers().decoders();
    }

    @Bean
    HttpFirewall firewall() {
        return new NulFree();
    }

    /** Health and figures have a port of their own, or none; there nobody signs in and nothing can be changed. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain watching(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Only inside the chain, where it is known who asks. */
    @Bean
    FilterRegistrationBean<DeskFilter> notByItself(DeskFilter desks) {
        FilterRegistrationBean<DeskFilter> registered = new FilterRegistrationBean<>(desks);
        registered.setEnabled(false);
        return registered;
    }

    @Bean
    SecurityFilterChain everyRequest(HttpSecurity http, DeskFilter desks, AuditLedger ledger, WaysIn ways) {
        return ways.on(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(Security::decide))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .addLogoutHandler((request, response, who) -> signedOut(who, ledger)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny())
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")))
                .exceptionHandling(problems -> problems.accessDeniedHandler(new Denied(ledger))
                        .authenticationEntryPoint(Security::askToSignIn))
                .addFilterBefore(desks, AuthorizationFilter.class)
                .build();
    }

    private static AuthorizationDecision decide(
            java.util.function.Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        String path = Routes.pathOf(request);
        boolean granted = Routes.isOpen(path)
                || CurrentDesk.find()
                        .map(desk -> Routes.allows(desk.role(), request.getMethod(), path))
                        .orElse(false);
        if (request.getAttribute(Viewing.ATTRIBUTE) != null && !Routes.isOpen(path)) {
            granted =
                    Routes.isOpenToAViewer(request.getMethod(), path) && (granted || path.equals(Routes.STOP_VIEWING));
        }
        return new AuthorizationDecision(granted);
    }

    private static void signedOut(@Nullable Authentication who, AuditLedger ledger) {
        if (who != null && who.getPrincipal() instanceof SignedIn person) {
            ledger.signedOut(person);
        }
    }

    private static void askToSignIn(
            HttpServletRequest request,
            HttpServletResponse response,
            org.springframework.security.core.AuthenticationException cause)
            throws IOException, jakarta.servlet.ServletException {
        if (request.getHeader("HX-Request") != null) {
            WholePage.to("/sign-in", request, response);
        } else {
            new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, cause);
        }
    }
}
