package org.sangyu.access.internal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.stereotype.Component;

/** In how many browsers at once an account may be signed in: {@link SignInRules#sessions}. */
@Component
class SessionLimit {

    private final SignInRules rules;
    private final SpringSessionBackedSessionRegistry<?> registry;

    SessionLimit(SignInRules rules, SpringSessionBackedSessionRegistry<?> registry) {
        this.rules = rules;
        this.registry = registry;
    }

    /** Signs the oldest browser out when there is one too many. */
    HttpSecurity on(HttpSecurity http) {
        return rules.sessions() == 0
                ? http
                : http.sessionManagement(sessions -> sessions.maximumSessions(rules.sessions())
                        .sessionRegistry(registry)
                        .expiredUrl("/sign-in?elsewhere"));
    }
}
