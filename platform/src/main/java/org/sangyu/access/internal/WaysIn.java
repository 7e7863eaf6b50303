package org.sangyu.access.internal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.stereotype.Component;

/** Sign-in by password, and what an installation may add: an identity provider, a limit of browsers at once. */
@Component
class WaysIn {

    private final SignInRules rules;
    private final SpringSessionBackedSessionRegistry<?> signedIn;
    private final IdentityProvider provider;
    private final AccountTables accounts;
    private final AuditLedger ledger;

    WaysIn(
            SignInRules rules,
            SpringSessionBackedSessionRegistry<?> signedIn,
            IdentityProvider provider,
            AccountTables accounts,
            AuditLedger ledger) {
        this.rules = rules;
        this.signedIn = signedIn;
        this.provider = provider;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** Above {@link SignInRules#sessions} browsers the oldest is signed out. */
    HttpSecurity on(HttpSecurity http) {
        if (rules.sessions() > 0) {
            http.sessionManagement(sessions -> sessions.maximumSessions(rules.sessions())
                    .sessionRegistry(signedIn)
                    .expiredUrl("/sign-in?elsewhere"));
        }
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("account")
                .passwordParameter("password")
                .successHandler(new AfterSignIn(ledger))
                .failureHandler(new SignInRefused(accounts, ledger)));
        return provider.on(http);
    }
}
