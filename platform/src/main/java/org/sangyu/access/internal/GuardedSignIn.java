package org.sangyu.access.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Account and password, unless the guard keeps them out. */
final class GuardedSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final SignInGuard guard;

    GuardedSignIn(DaoAuthenticationProvider passwords, SignInGuard guard) {
        this.passwords = passwords;
        this.guard = guard;
    }

    /** The account is kept out for so long. */
    static final class KeptOutException extends LockedException {

        private final Duration left;

        KeptOutException(Duration left) {
            super("locked");
            this.left = left;
        }

        /** In minutes, begun ones counted. */
        long minutes() {
            return Math.max(1, left.plusSeconds(59).toMinutes());
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = nameOf(asked.getName());
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Optional<Duration> locked = guard.locked(name, address);
        if (locked.isPresent()) {
            throw new KeptOutException(locked.get());
        }
        try {
            Authentication entered = passwords.authenticate(asked);
            if (!(entered.getPrincipal() instanceof SignedIn person) || !person.hasSecondFactor()) {
                guard.passed(name, address);
            }
            return entered;
        } catch (BadCredentialsException wrong) {
            guard.failed(name, address);
            throw wrong;
        }
    }

    /** A sign-in name as it is kept. */
    static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
