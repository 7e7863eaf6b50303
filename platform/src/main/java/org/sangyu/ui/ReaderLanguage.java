package org.sangyu.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Which language a reader gets: {@code ?lang=zh|en} (kept in a cookie for a year), else the cookie, else the browser's
 * wish, else Chinese. Any other {@code lang} is ignored.
 */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String NAME = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> remembered(request))
                .orElseGet(() -> wished(request))
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
    }

    /** Keeps what the address asked for. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        asked(request)
                .ifPresent(language -> response.addHeader(
                        "Set-Cookie",
                        ResponseCookie.from(NAME, language.code())
                                .path("/")
                                .maxAge(KEPT)
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .build()
                                .toString()));
    }

    /** A form that cannot be read asks for nothing; the page that says so must still be shown. */
    private static Optional<Language> asked(HttpServletRequest request) {
        try {
            return named(request.getParameter(NAME));
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : named(cookie.getValue());
    }

    private static Language wished(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Language.ZH : Language.of(request.getLocale());
    }

    private static Optional<Language> named(@Nullable String code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
