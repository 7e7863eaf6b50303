package org.sangyu.access.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/** How ciphertexts are kept: 12 bytes of a fresh nonce, then the ciphertext with its tag. */
final class Sealed {

    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** The same text gives other bytes each time. */
    static byte[] of(FieldEngine engine, byte[] binding, byte[] clear) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = engine.seal(nonce, binding, clear);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /**
     * The clear bytes.
     *
     * @throws GeneralSecurityException when something was changed or cut off, or belongs to another key or binding
     */
    static byte[] open(FieldEngine engine, byte[] binding, byte[] all) throws GeneralSecurityException {
        if (all.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return engine.open(Arrays.copyOf(all, NONCE_BYTES), binding, sealed);
    }
}
