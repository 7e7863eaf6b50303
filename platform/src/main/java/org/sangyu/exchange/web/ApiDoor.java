package org.sangyu.exchange.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sangyu.exchange.internal.ApiProblems.Kind;
import org.sangyu.exchange.internal.Pace;
import org.sangyu.exchange.internal.Vendor;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.shared.Hindrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a vendor in by its token, not too often, and turns whatever breaks behind it into a problem that says so.
 *
 * <p>What was sent is never logged: it is about people.
 */
final class ApiDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);
    private static final String SCHEME = "bearer ";

    private final Vendors vendors;
    private final Pace pace;
    private final ApiAnswers answers;

    ApiDoor(Vendors vendors, Pace pace, ApiAnswers answers) {
        this.vendors = vendors;
        this.pace = pace;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admit(request, response, chain);
        } catch (RuntimeException | ServletException failure) {
            Optional<Hindrance> hindrance = Hindrance.of(failure);
            LOG.error("{}: {}", request.getRequestURI(), kind(failure));
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            Kind kind = hindrance.isPresent() ? Kind.NOT_NOW : Kind.OUR_FAULT;
            answers.send(answers.problems().of(kind), request, response);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Vendor> vendor = token(request).flatMap(vendors::enter);
        if (vendor.isPresent()) {
            long wait = pace.count(vendor.get().id());
            if (wait > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
                answers.send(answers.problems().of(Kind.TOO_OFTEN), request, response);
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(vendor.get(), null, List.of()));
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** The kind of failure and where in the program, without its message, which may quote what was sent. */
    private static String kind(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
