package org.sangyu.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A vendor's token: {@code sy_} and 256 bits of chance. Nobody guesses it, so one round of SHA-256 keeps it; a slow hash
 * is for what people choose.
 */
final class VendorToken {

    private static final String MARK = "sy_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VendorToken() {}

    /** A new one. */
    static String draw() {
        byte[] chance = new byte[BYTES];
        RANDOM.nextBytes(chance);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    /** What is kept of it. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
