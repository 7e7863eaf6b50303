package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ConcurrentSessionControlAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who proved otherwise than by password who they are: what the password's own filter does, for the other
 * ways in.
 */
@Component
class Entrance {

    private final SignInRules rules;
    private final SpringSessionBackedSessionRegistry<?> signedIn;

    Entrance(SignInRules rules, SpringSessionBackedSessionRegistry<?> signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
    }

    /** A new session id and form token, and not in more browsers at once than allowed. */
    Authentication admit(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        Authentication entered = UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        if (rules.sessions() > 0) {
            ConcurrentSessionControlAuthenticationStrategy limit =
                    new ConcurrentSessionControlAuthenticationStrategy(signedIn);
            limit.setMaximumSessions(rules.sessions());
            limit.onAuthentication(entered, request, response);
        }
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(entered);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return entered;
    }
}
