package org.sangyu.access.internal;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA256. */
final class AesEngine implements FieldEngine {

    private static final int TAG_BITS = 128;

    private final Cipher cipher;
    private final Mac mac;
    private final SecretKey encryption;

    AesEngine(byte[] key) {
        try {
            encryption = new SecretKeySpec(key, "AES");
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] binding, byte[] clear) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, nonce, binding, clear);
    }

    @Override
    public byte[] open(byte[] nonce, byte[] binding, byte[] sealed) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, nonce, binding, sealed);
    }

    @Override
    public byte[] mac(byte[] context, byte[] text) {
        mac.update(context);
        return mac.doFinal(text);
    }

    private byte[] run(int mode, byte[] nonce, byte[] binding, byte[] bytes) throws GeneralSecurityException {
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding);
        return cipher.doFinal(bytes);
    }
}
