package org.sangyu.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sangyu.launch.WholeFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of the protected fields: 32 random bytes in {@code field-1.key} of the folder of keys, outside the database,
 * readable by its owner only. Each use has its own key derived from it.
 *
 * <p>The database remembers a fingerprint. A missing or other key than the one that encrypted is refused at the start:
 * going on would make fields that nobody can read.
 */
@Component
class FieldKeys {

    static final int VERSION = 1;
    private static final int KEY_BYTES = 32;

    private final byte[] master;
    private final FieldSuite suite;

    FieldKeys(FieldRules rules, @Value("${sangyu.data}") Path data, JdbcClient jdbc) {
        Path folder = rules.keys().isEmpty() ? data.resolve("keys") : Path.of(rules.keys());
        Path file = folder.resolve("field-" + VERSION + ".key");
        Optional<Known> known = jdbc.sql("select fingerprint, suite from access.field_key where version = :version")
                .param("version", VERSION)
                .query((row, number) -> new Known(
                        HexFormat.of().formatHex(row.getBytes("fingerprint")),
                        FieldSuite.valueOf(row.getString("suite"))))
                .optional();
        try {
            master = known.isPresent() || Files.exists(file) ? read(file) : create(file);
        } catch (IOException e) {
            throw new UncheckedIOException("字段密钥读不出 / the field key cannot be read: " + file, e);
        }
        byte[] fingerprint = derive("fingerprint");
        if (known.isPresent()
                && !MessageDigest.isEqual(HexFormat.of().parseHex(known.get().fingerprint()), fingerprint)) {
            throw new IllegalStateException("字段密钥与数据库不符 / the field key is not the one of this database: " + file);
        }
        suite = known.map(Known::suite).orElse(rules.suite());
        if (known.isEmpty()) {
            jdbc.sql("insert into access.field_key (version, fingerprint, suite) values (:version, :print, :suite)")
                    .param("version", VERSION)
                    .param("print", fingerprint)
                    .param("suite", suite.name())
                    .update();
        }
    }

    private record Known(String fingerprint, FieldSuite suite) {}

    /** An engine with the keys for encrypting and for the blind indexes. */
    FieldEngine engine() {
        return suite.engine(derive("field-encryption"), derive("blind-index"));
    }

    /** A key for one use, from which neither the master nor another use's key can be found. */
    byte[] derive(String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
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
