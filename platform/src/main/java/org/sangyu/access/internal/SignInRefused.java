package org.sangyu.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Writes a refused sign-in to the ledger and shows the form again. */
public final class SignInRefused implements AuthenticationFailureHandler {

    /** Request attribute: how many minutes the account stays locked. */
    public static final String MINUTES = "org.sangyu.access.locked-minutes";

    private final AccountTables accounts;
    private final AuditLedger ledger;

    SignInRefused(AccountTables accounts, AuditLedger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        String typed = request.getParameter("account");
        String name = typed == null ? "" : GuardedSignIn.nameOf(typed);
        boolean keptOut = refused instanceof GuardedSignIn.KeptOutException;
        if (refused instanceof GuardedSignIn.KeptOutException locked) {
            request.setAttribute(MINUTES, locked.minutes());
        }
        ledger.signInRefused(accounts.findForSignIn(name).isPresent() ? name : "", keptOut ? "LOCKED" : "PASSWORD");
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}
