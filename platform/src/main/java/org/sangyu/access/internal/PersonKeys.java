package org.sangyu.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One data key a person, made when something protected is first written about the person, kept encrypted under the field
 * key. Destroying it makes all that was written under it unreadable, in every copy of the ledger and every export.
 *
 * <p>A value is bound to person, deed and name, so that bytes moved elsewhere do not decrypt.
 */
@Unscoped("a key is asked for by a line or an elder that a scope found; alone it says nothing of anybody")
@Repository
class PersonKeys {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final FieldSuite suite;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PersonKeys(JdbcClient jdbc, FieldCipher cipher, FieldRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.suite = rules.suite();
        this.clock = clock;
    }

    /** The values as a line holds them; without bytes when the person's key is destroyed. */
    Map<String, String> guard(ElderId elder, String verb, Map<String, String> clear) {
        UUID person = elder.value();
        FieldEngine engine = find(person).or(() -> make(person)).orElse(null);
        Map<String, String> guarded = new HashMap<>();
        clear.forEach((name, value) -> guarded.put(
                name,
                new GuardedValue(
                                person,
                                engine == null ? new byte[0] : sealed(engine, binding(person, verb, name), value))
                        .written()));
        return guarded;
    }

    /** The values of one line in clear, by name; those that cannot be opened any more are left out. */
    Map<String, String> open(String verb, Map<String, GuardedValue> values) {
        Map<UUID, Optional<FieldEngine>> engines = new HashMap<>();
        Map<String, String> clear = new HashMap<>();
        values.forEach((name, value) -> engines.computeIfAbsent(value.person(), this::find)
                .flatMap(engine -> opened(engine, binding(value.person(), verb, name), value.bytes()))
                .ifPresent(text -> clear.put(name, text)));
        return clear;
    }

    /** Whose keys were destroyed, and when. */
    Map<UUID, Instant> destroyed(Collection<UUID> people) {
        Map<UUID, Instant> found = new HashMap<>();
        jdbc.sql(
                        "select person, destroyed from access.person_key where person = any(:people) and destroyed is not null")
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return found;
    }

    /** Destroys the keys of some people for ever; who has none gets none any more. */
    void destroy(Collection<ElderId> people) {
        jdbc.sql("select access.destroy_person_keys(:people, :at)")
                .param("people", people.stream().map(ElderId::value).toArray(UUID[]::new))
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private Optional<FieldEngine> find(UUID person) {
        return jdbc.sql("select key_enc, suite from access.person_key where person = :person and key_enc is not null")
                .param("person", person)
                .query((row, number) -> engine(
                        FieldSuite.valueOf(row.getString("suite")),
                        cipher.decrypt(Field.PERSON_KEY, row.getBytes("key_enc"))))
                .optional();
    }

    /** Makes the key; of two at once the first one counts. Empty when it was destroyed. */
    private Optional<FieldEngine> make(UUID person) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.sql("""
                        insert into access.person_key (person, key_enc, suite, made) values (:person, :key, :suite, :made)
                        on conflict do nothing""")
                .param("person", person)
                .param(
                        "key",
                        cipher.encrypt(Field.PERSON_KEY, Base64.getEncoder().encodeToString(key)))
                .param("suite", suite.name())
                .param("made", OffsetDateTime.now(clock))
                .update();
        return find(person);
    }

    private static FieldEngine engine(FieldSuite suite, String key) {
        return suite.engine(Base64.getDecoder().decode(key));
    }

    private static byte[] sealed(FieldEngine engine, byte[] binding, String clear) {
        try {
            return Sealed.of(engine, binding, clear.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for what was changed, moved here, typed by somebody to look guarded, or written without a key. */
    private static Optional<String> opened(FieldEngine engine, byte[] binding, byte[] bytes) {
        try {
            return Optional.of(new String(Sealed.open(engine, binding, bytes), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] binding(UUID person, String verb, String name) {
        return (person + "/" + verb + "/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
