package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sangyu.shared.CurrentDesk;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.WebUtils;

/**
 * Turns a refusal into the error page that tells the truth about it: no such page (404), not this desk's work (403), a
 * form that outlived its session (403, with {@link #OUTLIVED}), or a file too large to be read at all (413).
 */
final class Denied implements AccessDeniedHandler {

    /** Request attribute: the form was older than the session. */
    static final String OUTLIVED = "org.sangyu.access.outlived";

    private static final long MOST_BYTES = 66L * 1024 * 1024;

    private final AuditLedger ledger;

    Denied(AuditLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            // The error page must not try to read the same form again.
            request.setAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE, new MaxUploadSizeExceededException(MOST_BYTES));
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (cause instanceof CsrfException) {
            request.setAttribute(OUTLIVED, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (Routes.find(Routes.pathOf(request)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            CurrentDesk.find().ifPresent(desk -> ledger.refused(desk, request.getMethod(), Routes.pathOf(request)));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
