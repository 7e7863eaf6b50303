package org.sangyu.access.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM (RFC 8998) and HMAC-SM3: the national algorithms (GB/T 32907, GB/T 32905). */
final class SmEngine implements FieldEngine {

    private static final int KEY_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    private final HMac mac = new HMac(new SM3Digest());
    private final KeyParameter encryption;

    /** For encrypting the first 16 bytes count: SM4 has no longer keys. */
    SmEngine(byte[] key) {
        encryption = new KeyParameter(Arrays.copyOf(key, KEY_BYTES));
        mac.init(new KeyParameter(key));
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] binding, byte[] clear) throws GeneralSecurityException {
        return run(true, nonce, binding, clear);
    }

    @Override
    public byte[] open(byte[] nonce, byte[] binding, byte[] sealed) throws GeneralSecurityException {
        return run(false, nonce, binding, sealed);
    }

    @Override
    public byte[] mac(byte[] context, byte[] text) {
        mac.update(context, 0, context.length);
        mac.update(text, 0, text.length);
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return hash;
    }

    private byte[] run(boolean encrypts, byte[] nonce, byte[] binding, byte[] bytes) throws GeneralSecurityException {
        cipher.init(encrypts, new AEADParameters(encryption, TAG_BITS, nonce, binding));
        byte[] out = new byte[cipher.getOutputSize(bytes.length)];
        try {
            int done = cipher.processBytes(bytes, 0, bytes.length, out, 0);
            done += cipher.doFinal(out, done);
            return done == out.length ? out : Arrays.copyOf(out, done);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
