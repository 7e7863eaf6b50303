package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends somebody elsewhere. A part asked for by htmx moves the whole page: else the other page is put into this one. */
final class WholePage {

    private WholePage() {}

    static void to(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(path);
        } else {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
