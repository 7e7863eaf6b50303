package org.sangyu.access.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The hash by which a seal is made; each seal names its own, so that an installation may change it. */
public enum Algorithm {
    /** SHA-256 (FIPS 180-4). */
    SHA_256("SHA-256"),
    /** SM3 (GB/T 32905-2016). */
    SM3("SM3");

    private final String written;

    Algorithm(String written) {
        this.written = written;
    }

    /** As it stands in settings, tables and exports. */
    public String written() {
        return written;
    }

    /** The one written so; empty for any other. */
    public static Optional<Algorithm> of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written.equals(written))
                .findFirst();
    }

    /** Hashes the parts one after the other. */
    byte[] hash(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private MessageDigest digest() {
        try {
            return switch (this) {
                case SHA_256 -> MessageDigest.getInstance("SHA-256");
                case SM3 -> new SM3.Digest();
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
