package org.sangyu.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Asks for a code where a second factor is on; else writes the sign-in to the ledger and goes to the page that was asked
 * for, or home.
 */
final class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final AuditLedger ledger;

    AfterSignIn(AuditLedger ledger) {
        this.ledger = ledger;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof SignedIn person) {
            if (person.temporary()) {
                request.getSession().setAttribute(SessionDesk.MUST_CHANGE, true);
            }
            if (person.hasSecondFactor()) {
                request.getSession().setAttribute(SessionDesk.CODE_DUE, true);
                getRedirectStrategy().sendRedirect(request, response, "/sign-in/code");
                return;
            }
            ledger.signedIn(person);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
