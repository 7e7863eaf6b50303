package org.sangyu.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.sangyu.launch.WholeFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of the protected fields: 32 random bytes in {@code keys/field-1.key} of the data directory, readable by its
 * owner only. Each use has its own key derived from it.
 *
 * <p>The database remembers a fingerprint. A missing or other key than the one that encrypted is refused at the start:
 * going on would make fields that nobody can read.
 */
@Component
class FieldKeys {

    static final int VERSION = 1;
    private static final int KEY_BYTES = 32;

    private final byte[] master;

    FieldKeys(@Value("${sangyu.data}") Path data, JdbcClient jdbc) {
        Path file = data.resolve("keys").resolve("field-" + VERSION + ".key");
        Optional<byte[]> known = jdbc.sql("select fingerprint from access.field_key where version = :version")
                .param("version", VERSION)
                .query(byte[].class)
                .optional();
        try {
            master = known.isPresent() || Files.exists(file) ? read(file) : create(file);
        } catch (IOException e) {
            throw new UncheckedIOException("字段密钥读不出 / the field key cannot be read: " + file, e);
        }
        byte[] fingerprint = derive("fingerprint").getEncoded();
        if (known.isPresent() && !java.security.MessageDigest.isEqual(known.get(), fingerprint)) {
            throw new IllegalStateException("字段密钥与数据库不符 / the field key is not the one of this database: " + file);
        }
        if (known.isEmpty()) {
            jdbc.sql("insert into access.field_key (version, fingerprint) values (:version, :fingerprint)")
                    .param("version", VERSION)
                    .param("fingerprint", fingerprint)
                    .update();
        }
    }

    /** A key for one use, from which neither the master nor another use's key can be found. */
    SecretKey derive(String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(use.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException("not a key of 32 bytes");
        }
        return key;
    }

    private static byte[] create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        WholeFile.write(file, HexFormat.of().formatHex(key));
        return key;
    }
}
