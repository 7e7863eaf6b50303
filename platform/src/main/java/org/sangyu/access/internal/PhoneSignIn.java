package org.sangyu.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Messages;
import org.sangyu.shared.PhoneOwners;
import org.sangyu.shared.PhoneOwners.PhoneOwner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Sign-in by telephone and a code sent to it, for elders and those they trust.
 *
 * <p>A telephone often serves a couple or a courtyard: after the code its owner says who they are, and what they may see is
 * that person's. Whoever asks gets the same answer, whether the number is known here or not.
 */
@Component
public class PhoneSignIn {

    private static final String CHALLENGE = "org.sangyu.access.phone";
    private static final String KNOWN = "SANGYU-PHONE";
    private static final int CODES = 1_000_000;

    private final ObjectProvider<PhoneOwners> owners;
    private final ObjectProvider<Messages> messages;
    private final CodesSent sent;
    private final PersonalAccounts accounts;
    private final Entrance entrance;
    private final AuditLedger ledger;
    private final FieldCipher cipher;
    private final PhoneRules rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PhoneSignIn(
            ObjectProvider<PhoneOwners> owners,
            ObjectProvider<Messages> messages,
            CodesSent sent,
            PersonalAccounts accounts,
            Entrance entrance,
            AuditLedger ledger,
            FieldCipher cipher,
            PhoneRules rules,
            Clock clock) {
        this.owners = owners;
        this.messages = messages;
        this.sent = sent;
        this.accounts = accounts;
        this.entrance = entrance;
        this.ledger = ledger;
        this.cipher = cipher;
        this.rules = rules;
        this.clock = clock;
    }

    /** What asking for a code came to. */
    public enum Asked {
        /** On its way, if anybody may sign in with it. */
        SENT,
        /** Enough for this hour; the code sent last still counts. */
        ENOUGH
    }

    /** What a typed code came to. */
    public enum Typed {
        /** It is the one. */
        RIGHT,
        /** It is not; another try is free. */
        WRONG,
        /** Too late or too often: a new one is needed. */
        OVER
    }

    /**
     * Sends a code.
     *
     * @param phone digits
     * @param text the message, with {@code {0}} for the code and {@code {1}} for its minutes
     */
    public Asked ask(HttpServletRequest request, String phone, String text) {
        HttpSession session = request.getSession();
        if (!sent.admit(cipher.blindIndex(Field.PHONE, phone), request.getRemoteAddr(), isKnown(request, phone))) {
            return Asked.ENOUGH;
        }
        boolean somebody = !find(phone).isEmpty();
        String code = somebody ? "%06d".formatted(random.nextInt(CODES)) : "";
        if (somebody) {
            send(
                    phone,
                    text.replace("{0}", code)
                            .replace("{1}", Long.toString(rules.lasts().toMinutes())));
        }
        session.setAttribute(
                CHALLENGE, new PhoneChallenge(phone, code, clock.instant().plus(rules.lasts()), 0, false));
        return Asked.SENT;
    }

    /** The number a code was sent to from this browser, its middle hidden; empty when none was. */
    public Optional<String> phone(HttpServletRequest request) {
        return challenge(request).map(PhoneChallenge::phone);
    }

    /** Tries a code. */
    public Typed type(HttpServletRequest request, String typed) {
        PhoneChallenge challenge = challenge(request).orElse(null);
        if (challenge == null || challenge.tries() >= rules.tries()) {
            return Typed.OVER;
        }
        boolean right = !challenge.code().isEmpty()
                && MessageDigest.isEqual(
                        challenge.code().getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
        request.getSession().setAttribute(CHALLENGE, right ? challenge.right() : challenge.wrong());
        if (!right) {
            ledger.signInRefused("", "CODE");
        }
        return right ? Typed.RIGHT : Typed.WRONG;
    }

    /** Who may be chosen after the right code; empty before it. */
    public List<PhoneOwner> choices(HttpServletRequest request) {
        return challenge(request)
                .filter(PhoneChallenge::passed)
                .map(challenge -> find(challenge.phone()))
                .orElse(List.of());
    }

    /** Signs in as one of the choices; false when there is no such choice. */
    public boolean enter(HttpServletRequest request, HttpServletResponse response, int choice) {
        List<PhoneOwner> choices = choices(request);
        if (choice < 0 || choice >= choices.size()) {
            return false;
        }
        String phone = challenge(request).orElseThrow().phone();
        SignedIn person = accounts.of(choices.get(choice));
        request.getSession().removeAttribute(CHALLENGE);
        entrance.admit(person, request, response);
        remember(request, response, phone);
        ledger.signedIn(person);
        return true;
    }

    /** Beside the request: how long a gateway takes, or that it is down, must not tell who is registered here. */
    private void send(String phone, String message) {
        Thread.ofVirtual().name("message").start(() -> messages.stream().forEach(way -> way.send(phone, message)));
    }

    private List<PhoneOwner> find(String phone) {
        return owners.stream().flatMap(source -> source.find(phone).stream()).toList();
    }

    private Optional<PhoneChallenge> challenge(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(CHALLENGE) instanceof PhoneChallenge challenge
                        && challenge.until().isAfter(clock.instant())
                ? Optional.of(challenge)
                : Optional.empty();
    }

    /** A cookie that only this installation can make says that this browser signed in with this telephone. */
    private boolean isKnown(HttpServletRequest request, String phone) {
        jakarta.servlet.http.@Nullable Cookie cookie = WebUtils.getCookie(request, KNOWN);
        if (cookie == null) {
            return false;
        }
        try {
            String said = cipher.decrypt(Field.SECRET, Base64.getUrlDecoder().decode(cookie.getValue()));
            return said.equals(mark(phone));
        } catch (IllegalArgumentException | IllegalStateException foreign) {
            return false;
        }
    }

    private void remember(HttpServletRequest request, HttpServletResponse response, String phone) {
        String value = Base64.getUrlEncoder().encodeToString(cipher.encrypt(Field.SECRET, mark(phone)));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(KNOWN, value)
                        .path("/sign-in")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(rules.remembered())
                        .build()
                        .toString());
    }

    private String mark(String phone) {
        return HexFormat.of().formatHex(cipher.blindIndex(Field.PHONE, phone));
    }
}
