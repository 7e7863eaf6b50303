package org.sangyu.access.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.Desk;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * An administrator looks at somebody's pages, as that person and read only.
 *
 * @param viewer the administrator's own desk: what the ledger names
 * @param viewed the desk looked at
 * @param reason for what, in the administrator's words
 * @param until when it ends by itself
 */
record Viewing(UUID id, Desk viewer, Grant viewed, String reason, Instant until) {

    /** Request attribute: the view in which this request is made. */
    static final String ATTRIBUTE = "org.sangyu.access.viewing";

    /** Empty for everybody who works at a desk of their own. */
    static Optional<Viewing> now() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Viewing viewing
                ? Optional.of(viewing)
                : Optional.empty();
    }
}
