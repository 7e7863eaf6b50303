package org.sangyu.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing slow. A name is locked for the address it was tried from, much later for all addresses; unknown names
 * are locked like known ones, so that a lock tells nothing.
 */
@Unscoped("failures are counted before anybody is known")
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInGuard {

    private final JdbcClient jdbc;
    private final SignInRules rules;
    private final Clock clock;

    SignInGuard(JdbcClient jdbc, SignInRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** How long the name stays locked for the address; empty when it is not. */
    Optional<Duration> locked(String name, String address) {
        return last(name, address, rules.failures())
                .or(() -> last(name, "", rules.failuresEverywhere()))
                .map(failure -> Duration.between(clock.instant(), failure.plus(rules.lock())));
    }

    /** The oldest of the last so many failures, when all of them still count. */
    private Optional<Instant> last(String name, String address, int failures) {
        return jdbc.sql("""
            select at from access.sign_in_failure
            where name = :name and (:address = '' or address = :address) and at > :since
            order by at desc offset :before limit 1
            """)
                .param("name", hash(name))
                .param("address", address)
                .param("since", since())
                .param("before", failures - 1)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** One failure more; those that count no longer go. */
    void failed(String name, String address) {
        jdbc.sql("delete from access.sign_in_failure where at <= :since")
                .param("since", since())
                .update();
        jdbc.sql("insert into access.sign_in_failure (name, address, at) values (:name, :address, :at)")
                .param("name", hash(name))
                .param("address", address)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Whoever got in from the address begins anew there. */
    void passed(String name, String address) {
        jdbc.sql("delete from access.sign_in_failure where name = :name and address = :address")
                .param("name", hash(name))
                .param("address", address)
                .update();
    }

    /** How many failures of the name count now, from all addresses. */
    public int failures(String name) {
        return jdbc.sql("select count(*) from access.sign_in_failure where name = :name and at > :since")
                .param("name", hash(name))
                .param("since", since())
                .query(Integer.class)
                .single();
    }

    /** Forgets the failures of a name. */
    void unlock(String name) {
        jdbc.sql("delete from access.sign_in_failure where name = :name")
                .param("name", hash(name))
                .update();
    }

    private OffsetDateTime since() {
        return OffsetDateTime.ofInstant(clock.instant().minus(rules.lock()), ZoneOffset.UTC);
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
