package org.sangyu.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sangyu.launch.WholeFile;

/**
 * Key files outside the database, {@code field-N.key}: 32 random bytes each, readable by their owner only. They wrap the
 * keys that encrypt, and nothing else.
 */
final class MasterKeys {

    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    MasterKeys(FieldRules rules, Path data) {
        folder = rules.keys().isEmpty() ? data.resolve("keys") : Path.of(rules.keys());
    }

    Path file(int number) {
        return folder.resolve("field-" + number + ".key");
    }

    boolean exists(int number) {
        return Files.exists(file(number));
    }

    /** Makes the file of a number unless it is there. */
    void make(int number) {
        if (exists(number)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(number), HexFormat.of().formatHex(fresh()));
        } catch (IOException e) {
            throw new UncheckedIOException("字段密钥写不下 / the field key cannot be written: " + file(number), e);
        }
    }

    /** A random key of 32 bytes. */
    byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** A key for one use, from which neither the file's nor another use's can be found. */
    byte[] derive(int number, String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(read(number), "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wraps a key for one place. */
    byte[] wrap(Wrapping wrapping, byte[] key) {
        try {
            return Sealed.of(engine(wrapping), wrapping.binding(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Unwraps a key.
     *
     * @throws IllegalStateException when it was changed, or wrapped by another file or for another place
     */
    byte[] unwrap(Wrapping wrapping, byte[] wrapped) {
        try {
            return Sealed.open(engine(wrapping), wrapping.binding(), wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "字段密钥解不开 / a key of the fields cannot be unwrapped with " + file(wrapping.master()), e);
        }
    }

    /**
     * Which file wraps what.
     *
     * @param master number of the file
     * @param suite algorithms of the wrapped key's version
     * @param version version of the wrapped key
     * @param use encryption or blind index
     */
    record Wrapping(int master, FieldSuite suite, int version, String use) {

        private byte[] binding() {
            return ("key/" + version + "/" + use).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private FieldEngine engine(Wrapping wrapping) {
        return wrapping.suite().engine(derive(wrapping.master(), "key-wrapping"));
    }

    private byte[] read(int number) {
        Path file = file(number);
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IOException("not a key of 32 bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("字段密钥读不出 / the field key cannot be read: " + file, e);
        }
    }
}
