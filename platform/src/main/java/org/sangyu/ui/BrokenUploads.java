package org.sangyu.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sangyu.shared.Hindrance;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.WebUtils;

/** A form with a file that is too large (413), broken off (400), without room on the disk (507) or no such form at all (415) gets the error page. */
@ControllerAdvice
class BrokenUploads {

    private static final String FORM = "multipart/";
    private static final int INSUFFICIENT_STORAGE = 507;

    @ExceptionHandler
    void broken(MultipartException fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // The error page must not try to read the same form again.
        request.setAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE, fault);
        String type = request.getContentType();
        if (Hindrance.of(fault).filter(Hindrance.DISK::equals).isPresent()) {
            response.sendError(INSUFFICIENT_STORAGE);
        } else if (fault instanceof MaxUploadSizeExceededException) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (type != null && type.startsWith(FORM)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
