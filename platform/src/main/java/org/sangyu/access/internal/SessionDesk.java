package org.sangyu.access.internal;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Keeps in the session which of a person's desks is in use, and whether a new password is due first. */
public final class SessionDesk {

    /** Session attribute: id of the desk in use. */
    static final String CHOSEN = "org.sangyu.access.desk";

    /** Session attribute: present while the password is a one-time one. */
    static final String MUST_CHANGE = "org.sangyu.access.must-change";

    /** Session attribute: present until the code of the second factor was typed. */
    static final String CODE_DUE = "org.sangyu.access.code-due";

    /** Session attribute: id of the view in which an administrator looks at somebody's pages. */
    static final String VIEWING = "org.sangyu.access.viewing";

    /** Session attribute: id of the view that this person offers. */
    static final String OFFERED = "org.sangyu.access.offered";

    private SessionDesk() {}

    /** The next requests act at this desk, if it is the person's own; another's id is without effect. */
    public static void choose(HttpSession session, UUID desk) {
        session.setAttribute(CHOSEN, desk);
    }

    /** The next requests look at somebody's pages. */
    public static void view(HttpSession session, UUID viewing) {
        session.setAttribute(VIEWING, viewing);
    }

    /** The view that runs in this session. */
    public static Optional<UUID> viewing(HttpSession session) {
        return session.getAttribute(VIEWING) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }

    /** The next requests are made at the own desk again. */
    public static void stopViewing(HttpSession session) {
        session.removeAttribute(VIEWING);
    }

    /** Remembers the view that is offered, so that every page of this person says so. */
    public static void offered(HttpSession session, UUID viewing) {
        session.setAttribute(OFFERED, viewing);
    }

    /** Nothing is offered any more. */
    public static void notOffered(HttpSession session) {
        session.removeAttribute(OFFERED);
    }

    /** True while nothing but a new password may be sent. */
    public static boolean mustChange(HttpSession session) {
        return session.getAttribute(MUST_CHANGE) != null;
    }

    /** True while nothing but the code of the second factor may be sent. */
    public static boolean isCodeDue(HttpSession session) {
        return session.getAttribute(CODE_DUE) != null;
    }

    /** The password was changed: the session goes on as usual. */
    public static void changed(HttpSession session) {
        session.removeAttribute(MUST_CHANGE);
    }
}
