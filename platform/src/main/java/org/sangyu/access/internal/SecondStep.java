package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The step between the password and the first page: the code of the second factor. */
@Component
public class SecondStep {

    private final SecondFactors factors;
    private final SignInGuard guard;
    private final AuditLedger ledger;

    SecondStep(SecondFactors factors, SignInGuard guard, AuditLedger ledger) {
        this.factors = factors;
        this.guard = guard;
        this.ledger = ledger;
    }

    /** What a code came to. */
    public enum Answer {
        /** In. */
        DONE,
        /** Not the code; another try is free. */
        WRONG,
        /** Too many wrong ones: the session is over. */
        LOCKED,
        /** Nobody is expected to send a code. */
        NOT_DUE
    }

    /** True while the session waits for a code. */
    public boolean isDue(HttpServletRequest request) {
        return who(request).isPresent();
    }

    /** Tries a code; wrong ones count as failed sign-ins. */
    public Answer answer(HttpServletRequest request, String code) {
        SignedIn person = who(request).orElse(null);
        if (person == null) {
            return Answer.NOT_DUE;
        }
        String account = person.getUsername();
        Answer answer = prove(request, account, "CODE", () -> factors.accepts(account, code));
        if (answer == Answer.DONE) {
            request.getSession().removeAttribute(SessionDesk.CODE_DUE);
            request.changeSessionId();
            ledger.signedIn(person);
        }
        return answer;
    }

    /**
     * Proves once more what a session alone does not: wrong tries count as failed sign-ins, and too many end the session,
     * so that nobody guesses on in a browser left open.
     *
     * @param what what is typed, for the ledger: {@code CODE} or {@code PASSWORD}
     * @param right tries it; not asked once there were too many
     */
    public Answer prove(HttpServletRequest request, String account, String what, BooleanSupplier right) {
        String address = request.getRemoteAddr();
        if (guard.locked(account, address).isPresent()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            ledger.signInRefused(account, "LOCKED");
            return Answer.LOCKED;
        }
        if (!right.getAsBoolean()) {
            guard.failed(account, address);
            ledger.signInRefused(account, what);
            return Answer.WRONG;
        }
        guard.passed(account, address);
        return Answer.DONE;
    }

    private static Optional<SignedIn> who(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return session != null
                        && SessionDesk.isCodeDue(session)
                        && authentication != null
                        && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }
}
