package org.sangyu.access.internal;

import java.util.Set;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The browsers in which an account is signed in at this moment. */
@Component
class SignedInNow {

    private final JdbcIndexedSessionRepository sessions;

    SignedInNow(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Signs an account out everywhere but in the browser that asks; a new password is of no use while others stay in. */
    void endOthers(String account) {
        String own = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getSessionId()
                : "";
        Set<String> all = sessions.findByPrincipalName(account).keySet();
        all.stream().filter(session -> !session.equals(own)).forEach(sessions::deleteById);
    }
}
