package org.sangyu.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the desk chosen in the session around the request, the error page included.
 *
 * <p>Desks are asked for each time, so that one taken away is gone at once. A person without any desk is signed out; one
 * whose code is due gets no desk at all, and one with a one-time password no further than the form for a new one.
 */
@Component
final class DeskFilter extends OncePerRequestFilter {

    /** Request attribute: all desks of the person, the one in use first. */
    static final String GRANTS = "org.sangyu.access.grants";

    /** Request attribute: until when an administrator with the code may look at this person's pages. */
    static final String OFFERED = "org.sangyu.access.offered";

    private final AccountTables accounts;
    private final Viewings viewings;
    private final AuditLedger ledger;

    DeskFilter(AccountTables accounts, Viewings viewings, AuditLedger ledger) {
        this.accounts = accounts;
        this.viewings = viewings;
        this.ledger = ledger;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Routes.pathOf(request).startsWith("/assets/")
                || Routes.pathOf(request).startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn person)) {
            chain.doFilter(request, response);
            return;
        }
        List<Grant> grants;
        try {
            grants = inUseFirst(accounts.grantsOf(person.id()), request.getSession());
        } catch (RuntimeException unreadable) {
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                throw unreadable;
            }
            // The page that says that nothing can be read is shown without a desk.
            chain.doFilter(request, response);
            return;
        }
        if (grants.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            WholePage.to("/sign-in?no-desk", request, response);
            return;
        }
        if (isHeldUp(request, response, chain)) {
            return;
        }
        if (request.getSession().getAttribute(SessionDesk.VIEWING) instanceof UUID id) {
            look(id, person, grants, new Exchange(request, response, chain));
            return;
        }
        if (request.getSession().getAttribute(SessionDesk.OFFERED) instanceof UUID id) {
            tellOffered(viewings.openUntil(id), request);
        }
        request.setAttribute(GRANTS, grants);
        atDesk(() -> CurrentDesk.callThrowing(grants.getFirst().desk(), () -> next(request, response, chain)));
    }

    private static void tellOffered(Optional<Instant> until, HttpServletRequest request) {
        if (until.isPresent()) {
            request.setAttribute(OFFERED, until.get());
        } else {
            SessionDesk.notOffered(request.getSession());
        }
    }

    /** True while the code or a new password is due: then nothing else is answered. */
    private static boolean isHeldUp(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = Routes.pathOf(request);
        if (SessionDesk.isCodeDue(request.getSession())) {
            if (Routes.isOpenBeforeTheCode(path)) {
                chain.doFilter(request, response);
            } else {
                WholePage.to("/sign-in/code", request, response);
            }
            return true;
        }
        if (SessionDesk.mustChange(request.getSession()) && !Routes.isOpenBeforeANewPassword(path)) {
            WholePage.to("/password", request, response);
            return true;
        }
        return false;
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {}

    /** As the person looked at; back to the own desk once that ended. */
    private void look(UUID id, SignedIn person, List<Grant> own, Exchange exchange)
            throws ServletException, IOException {
        Optional<Viewing> viewing = viewing(id, person, own);
        HttpServletRequest request = exchange.request();
        if (viewing.isEmpty()) {
            request.getSession().removeAttribute(SessionDesk.VIEWING);
            WholePage.to("/view-as?ended", request, exchange.response());
            return;
        }
        request.setAttribute(Viewing.ATTRIBUTE, viewing.get());
        if (Routes.pathOf(request).equals(Routes.STOP_VIEWING)) {
            atDesk(() -> CurrentDesk.callThrowing(
                    viewing.get().viewer(), () -> next(request, exchange.response(), exchange.chain())));
            return;
        }
        request.setAttribute(GRANTS, List.of(viewing.get().viewed()));
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && Routes.isOpenToAViewer(request.getMethod(), Routes.pathOf(request))) {
            ledger.viewed(viewing.get(), request.getMethod() + " " + Routes.pathOf(request));
        }
        atDesk(() -> CurrentDesk.lookThrowing(
                viewing.get().viewed().desk(), () -> next(request, exchange.response(), exchange.chain())));
    }

    private Optional<Viewing> viewing(UUID id, SignedIn person, List<Grant> own) {
        Optional<Grant> administrator =
                own.stream().filter(grant -> grant.role() == Role.ADMINISTRATOR).findFirst();
        Optional<Viewings.Running> running = viewings.running(id, person.id());
        if (administrator.isEmpty() || running.isEmpty()) {
            return Optional.empty();
        }
        Viewings.Running view = running.get();
        return accounts.grantsOf(view.account()).stream()
                .filter(grant -> grant.id().equals(view.desk()))
                .findFirst()
                .map(grant -> new Viewing(id, administrator.get().desk(), grant, view.reason(), view.until()));
    }

    private static List<Grant> inUseFirst(List<Grant> grants, HttpSession session) {
        Object chosen = session.getAttribute(SessionDesk.CHOSEN);
        List<Grant> ordered = new ArrayList<>(grants);
        grants.stream().filter(grant -> grant.id().equals(chosen)).findFirst().ifPresent(grant -> {
            ordered.remove(grant);
            ordered.addFirst(grant);
        });
        return ordered;
    }

    private static boolean next(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        chain.doFilter(request, response);
        return true;
    }

    private static void atDesk(Callable<Boolean> work) throws ServletException, IOException {
        try {
            work.call();
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
