package org.sangyu.access.internal;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;

/** Keeps in the session which of a person's desks is in use. */
public final class SessionDesk {

    /** Session attribute: id of the desk in use. */
    static final String CHOSEN = "org.sangyu.access.desk";

    private SessionDesk() {}

    /** The next requests act at this desk, if it is the person's own; another's id is without effect. */
    public static void choose(HttpSession session, UUID desk) {
        session.setAttribute(CHOSEN, desk);
    }
}
