package org.sangyu.benefits.internal.cycle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Time;
import org.sangyu.ui.Dictionary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The cycle's own beans on a real database; policy, registry, jobs and files are twins in memory. */
@ComponentScan(basePackages = {"org.sangyu.benefits.internal.cycle", "org.sangyu.shared"})
@Import(Dictionary.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class CycleWorld {

    @Bean
    FakePolicy policy() {
        return new FakePolicy();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    FakeJobs jobs(ObjectProvider<Jobs.Handler> handlers) {
        return new FakeJobs(handlers);
    }

    @Bean
    Audit audit() {
        return new Audit() {
            @Override
            public void write(String verb, @Nullable UUID subject, @Nullable Place place, Map<String, String> detail) {}

            @Override
            public void write(String verb, UUID subject, Place place, Personal detail) {}
        };
    }

    @Bean
    MemoryFiles files() {
        return new MemoryFiles();
    }

    @Bean
    IdNumbers idNumbers() {
        return (elders, scope) -> elders.stream().collect(Collectors.toMap(elder -> elder, UUID::toString));
    }

    @Bean
    OpenHits openHits() {
        return county -> {};
    }

    @Bean
    FieldCipher cipher() {
        return new OpenCipher();
    }

    /** A clock that stands until it is moved. */
    static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-06-20T02:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void tick() {
            now = now.plusSeconds(1);
        }

        @Override
        public ZoneId getZone() {
            return Time.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            tick();
            return now;
        }
    }

    /** Files by their hash. */
    static final class MemoryFiles implements Files {

        private final Map<String, byte[]> bytes = new HashMap<>();

        @Override
        public Stored store(String name, String mediaType, Writer writer) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                writer.write(out);
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
                bytes.put(hash, out.toByteArray());
                return new Stored(hash, name, mediaType, out.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Stored store(Place owner, String name, String mediaType, Writer writer) {
            return store(name, mediaType, writer);
        }

        @Override
        public Stored storeFor(Set<Role> roles, String name, String mediaType, Writer writer) {
            return store(name, mediaType, writer);
        }

        @Override
        public void shareWithAll(Stored file) {}

        @Override
        public InputStream open(String sha256) {
            return new ByteArrayInputStream(bytes.get(sha256));
        }

        String text(String sha256, java.nio.charset.Charset charset) {
            return new String(bytes.get(sha256), charset);
        }
    }

    /** Hides nothing. */
    private static final class OpenCipher implements FieldCipher {

        @Override
        public byte[] encrypt(Field field, String clear) {
            return clear.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decrypt(Field field, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] blindIndex(Field field, String normalised) {
            return encrypt(field, normalised);
        }

        @Override
        public byte[] blindIndexOfLastFour(Field field, String normalised, Place county) {
            return encrypt(field, normalised);
        }

        @Override
        public int keyVersion() {
            return 1;
        }
    }
}
