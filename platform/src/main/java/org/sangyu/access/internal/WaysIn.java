package org.sangyu.access.internal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.stereotype.Component;

/** What an installation may add to the sign-in by password: an identity provider, a limit of browsers at once. */
@Component
class WaysIn {

    private final SignInRules rules;
    private final SpringSessionBackedSessionRegistry<?> signedIn;
    private final IdentityProvider provider;

    WaysIn(SignInRules rules, SpringSessionBackedSessionRegistry<?> signedIn, IdentityProvider provider) {
        this.rules = rules;
        this.signedIn = signedIn;
        this.provider = provider;
    }

    /** Above {@link SignInRules#sessions} browsers the oldest is signed out. */
    HttpSecurity on(HttpSecurity http) {
        if (rules.sessions() > 0) {
            http.sessionManagement(sessions -> sessions.maximumSessions(rules.sessions())
                    .sessionRegistry(signedIn)
                    .expiredUrl("/sign-in?elsewhere"));
        }
        return provider.on(http);
    }
}
