package org.sangyu.walks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** What a telephone with an authenticator shows, worked out here a second time. */
final class Authenticator {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    private final byte[] secret;

    /** From the secret as the page spells it, in groups. */
    Authenticator(String spelled) {
        secret = Base32.decode(spelled.replaceAll("\\s", ""));
    }

    /** The code of this half minute, or of the next ones. */
    String code(int stepsAhead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS + stepsAhead)
                    .array());
            int from = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
