package org.sangyu.access.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes of six digits that change every thirty seconds (RFC 6238, SHA-1, as every authenticator program knows them). */
final class Totp {

    static final int DIGITS = 6;

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int EITHER_SIDE = 1;
    private static final int MODULUS = 1_000_000;
    private static final int LOW_NIBBLE = 0xf;
    private static final int SIGN = 0x7fffffff;

    private Totp() {}

    /** A new secret. */
    static byte[] draw() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The secret in letters and digits, as it is typed into an authenticator. */
    static String spell(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /**
     * The time step whose code this is: now, or one step before or after, for clocks that are wrong by half a minute.
     *
     * @param after steps up to this one were used and do not count
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant now, long after) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - EITHER_SIDE; step <= present + EITHER_SIDE; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (same && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a time step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & LOW_NIBBLE;
            int number = ByteBuffer.wrap(hash).getInt(at) & SIGN;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
