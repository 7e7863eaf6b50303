package org.sangyu.access.internal;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;

/** Keeps in the session which of a person's desks is in use, and whether a new password is due first. */
public final class SessionDesk {

    /** Session attribute: id of the desk in use. */
    static final String CHOSEN = "org.sangyu.access.desk";

    /** Session attribute: present while the password is a one-time one. */
    static final String MUST_CHANGE = "org.sangyu.access.must-change";

    /** Session attribute: present until the code of the second factor was typed. */
    static final String CODE_DUE = "org.sangyu.access.code-due";

    private SessionDesk() {}

    /** The next requests act at this desk, if it is the person's own; another's id is without effect. */
    public static void choose(HttpSession session, UUID desk) {
        session.setAttribute(CHOSEN, desk);
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
