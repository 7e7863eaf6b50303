package org.sangyu.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.TransactionException;

/**
 * Sessions when the database is away: a page that is ready is sent all the same, and the page that says so is shown without
 * a session. Any other request fails at reading it, and is answered by that page. That page makes no session of its own: its
 * cookie would take the place of the one that is only unreadable for a moment, and sign the person out.
 */
final class LenientSessions<S extends Session> implements FindByIndexNameSessionRepository<S>, Filter {

    private static final Logger LOG = LoggerFactory.getLogger(LenientSessions.class);

    private final FindByIndexNameSessionRepository<S> kept;
    private final ThreadLocal<Boolean> errorPage = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Boolean> unread = ThreadLocal.withInitial(() -> false);

    private LenientSessions(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    static <S extends Session> LenientSessions<S> over(FindByIndexNameSessionRepository<S> kept) {
        return new LenientSessions<>(kept);
    }

    /** Notes that what follows is the page that tells of a failure; stands around the sessions' own filter. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        errorPage.set(request.getDispatcherType() == DispatcherType.ERROR);
        try {
            chain.doFilter(request, response);
        } finally {
            errorPage.remove();
            unread.remove();
        }
    }

    /** The cookie of sessions, left alone on a page shown without the session that the browser holds. */
    CookieSerializer kept(CookieSerializer cookie) {
        return new CookieSerializer() {
            @Override
            public void writeCookieValue(CookieValue value) {
                if (!unread.get()) {
                    cookie.writeCookieValue(value);
                }
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return cookie.readCookieValues(request);
            }
        };
    }

    @Override
    public S createSession() {
        return kept.createSession();
    }

    @Override
    public void save(S session) {
        if (unread.get()) {
            return;
        }
        try {
            kept.save(session);
        } catch (DataAccessException | TransactionException lost) {
            LOG.warn("a session could not be kept: {}", lost.getMessage());
        }
    }

    @Override
    public @Nullable S findById(String id) {
        try {
            return kept.findById(id);
        } catch (DataAccessException | TransactionException lost) {
            if (errorPage.get()) {
                unread.set(true);
                return null;
            }
            throw lost;
        }
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    @Override
    public Map<String, S> findByIndexNameAndIndexValue(String name, String value) {
        return kept.findByIndexNameAndIndexValue(name, value);
    }
}
