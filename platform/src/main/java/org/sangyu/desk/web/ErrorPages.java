package org.sangyu.desk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Hindrance;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong, where, and what to do now; never how the program is built. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 413, 415, 500, 503);
    private static final int FORBIDDEN = 403;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Map<Hindrance, Integer> STATUS = Map.of(
            Hindrance.DATABASE, UNAVAILABLE,
            Hindrance.KEY, UNAVAILABLE,
            Hindrance.DISK, INSUFFICIENT_STORAGE,
            Hindrance.FILE, INTERNAL);
    private static final String OUTLIVED = "org.sangyu.access.outlived";
    private static final String VIEWING = "org.sangyu.access.viewing";

    private final Clock clock;

    ErrorPages(Clock clock) {
        this.clock = clock;
    }

    @RequestMapping("/error")
    String error(
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        int said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Hindrance hindrance = hindrance(said, request);
        int status = hindrance == null ? said : STATUS.getOrDefault(hindrance, said);
        response.setStatus(status);
        String kind =
                hindrance == null ? kind(status, request) : hindrance.name().toLowerCase(Locale.ROOT);
        model.addAttribute(
                "view",
                new ErrorView(
                        status,
                        page.say("desk.error." + kind + ".what"),
                        page.say("desk.error.where", where(request), Formats.instant(clock.instant())),
                        page.say("desk.error." + kind + ".now")));
        return "desk/web/error";
    }

    /** What outside the program was in the way, when that is why it failed. */
    private static @Nullable Hindrance hindrance(int status, HttpServletRequest request) {
        if (status == INSUFFICIENT_STORAGE) {
            return Hindrance.DISK;
        }
        return status == INTERNAL
                        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Hindrance.of(failure).orElse(null)
                : null;
    }

    private static String kind(int status, HttpServletRequest request) {
        if (request.getAttribute(OUTLIVED) != null) {
            return "outlived";
        }
        if (status == FORBIDDEN && request.getAttribute(VIEWING) != null) {
            return "viewing";
        }
        if (KNOWN.contains(status)) {
            return String.valueOf(status);
        }
        return status >= 500 ? "500" : "400";
    }

    private static String where(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address ? address : "/";
    }
}
