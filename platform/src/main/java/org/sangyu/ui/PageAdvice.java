package org.sangyu.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Hindrance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts {@code page} into every model. */
@ControllerAdvice
class PageAdvice {

    private final Dictionary dictionary;
    private final ReaderLanguage readerLanguage;
    private final ObjectProvider<Menu> menu;
    private final ObjectProvider<OwnDesks> desks;
    private final boolean demonstration;

    PageAdvice(
            Dictionary dictionary,
            ReaderLanguage readerLanguage,
            ObjectProvider<Menu> menu,
            ObjectProvider<OwnDesks> desks,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.dictionary = dictionary;
        this.readerLanguage = readerLanguage;
        this.menu = menu;
        this.desks = desks;
        this.demonstration = demonstration;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, HttpServletResponse response) {
        readerLanguage.remember(request, response);
        response.addHeader("Vary", "HX-Request");
        Words words = dictionary.in(readerLanguage.resolveLocale(request));
        Desk desk = CurrentDesk.find().orElse(null);
        boolean fragment = "true".equals(request.getHeader("HX-Request"))
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
        Frame frame = fragment
                ? new Frame(true, List.of(), List.of(), null, null)
                : new Frame(false, entries(desk, request), choices(desk, words), notice(request), watch(desk, words));
        return new Page(words, desk, addressOf(request), csrfOf(request), demonstration, frame);
    }

    private List<Frame.Entry> entries(@Nullable Desk desk, HttpServletRequest request) {
        Menu bean = menu.getIfAvailable();
        return bean == null || desk == null ? List.of() : bean.of(desk, request.getRequestURI());
    }

    private List<Frame.DeskChoice> choices(@Nullable Desk desk, Words words) {
        OwnDesks bean = desks.getIfAvailable();
        if (bean == null || desk == null) {
            return List.of();
        }
        try {
            return bean.of(desk, words);
        } catch (RuntimeException failure) {
            if (Hindrance.of(failure).isEmpty()) {
                throw failure;
            }
            // The page that says so must still be shown.
            return List.of();
        }
    }

    private Frame.@Nullable Watch watch(@Nullable Desk desk, Words words) {
        OwnDesks bean = desks.getIfAvailable();
        return bean == null || desk == null ? null : bean.watch(words).orElse(null);
    }

    private static @Nullable Notice notice(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        Object given = flash == null ? null : flash.get("notice");
        return switch (given) {
            case Notice notice -> notice;
            case String text -> Notice.done(text);
            case null, default -> null;
        };
    }

    /** A page answering a POST or an error is named by the page it came from, so that links on it work with GET. */
    private static String addressOf(HttpServletRequest request) {
        String query = request.getQueryString();
        String address;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            address = failed;
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            address = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        } else {
            address = refererOf(request);
        }
        return Addresses.isOurs(address) ? Addresses.with(address, ReaderLanguage.NAME, null) : "/";
    }

    private static String refererOf(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI uri = referer == null ? null : URI.create(referer);
            if (uri == null
                    || uri.getRawPath() == null
                    || !request.getServerName().equals(uri.getHost())) {
                return request.getRequestURI();
            }
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return request.getRequestURI();
        }
    }

    private static String csrfOf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
