package org.sangyu.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.shared.Audit;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Second factors of accounts: a secret in an authenticator, and codes for the day on which the telephone is lost. */
@Unscoped("belongs to accounts, which are read before any scope is known")
@Repository
@Transactional
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(JdbcClient jdbc, FieldCipher cipher, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** True when the account asks for a code. */
    public boolean isOn(String account) {
        return jdbc.sql("select second_secret_enc is not null from access.account where name = :name")
                .param("name", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(String account) {
        return jdbc.sql("select count(*) from access.recovery_code c join access.account a on a.id = c.account"
                        + " where a.name = :name")
                .param("name", account)
                .query(Integer.class)
                .single();
    }

    /**
     * Begins to ask for codes, after the first one was typed right.
     *
     * @return the recovery codes, shown once; empty when the code is wrong
     */
    public List<String> begin(String account, byte[] secret, String code) {
        OptionalLong step = Totp.stepOf(secret, code.strip(), clock.instant(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        UUID id = id(account);
        jdbc.sql("update access.account set second_secret_enc = :secret, second_step = :step where id = :id")
                .param("secret", cipher.encrypt(Field.SECRET, HexFormat.of().formatHex(secret)))
                .param("step", step.getAsLong())
                .param("id", id)
                .update();
        List<String> codes =
                Stream.generate(OneTimePassword::draw).limit(RECOVERY_CODES).toList();
        jdbc.sql("delete from access.recovery_code where account = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into access.recovery_code (account, secret) select :id, unnest(:codes::bytea[])")
                .param("id", id)
                .param("codes", codes.stream().map(SecondFactors::hash).toArray(byte[][]::new))
                .update();
        audit.write("account.second.begin", id, null, Map.of());
        return codes;
    }

    /** True when it is the account's code of this moment, not used before, or one of its recovery codes, used up by this. */
    public boolean accepts(String account, String typed) {
        String code = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return code.length() == Totp.DIGITS ? acceptsCode(account, code) : usesRecoveryCode(account, code);
    }

    private boolean acceptsCode(String account, String code) {
        record Kept(byte[] secret, long step) {}
        Kept kept = jdbc.sql("select second_secret_enc, second_step from access.account"
                        + " where name = :name and second_secret_enc is not null for update")
                .param("name", account)
                .query((row, number) -> new Kept(row.getBytes(1), row.getLong(2)))
                .optional()
                .orElse(null);
        if (kept == null) {
            return false;
        }
        byte[] secret = HexFormat.of().parseHex(cipher.decrypt(Field.SECRET, kept.secret()));
        OptionalLong step = Totp.stepOf(secret, code, clock.instant(), kept.step());
        step.ifPresent(used -> jdbc.sql("update access.account set second_step = :step where name = :name")
                .param("step", used)
                .param("name", account)
                .update());
        return step.isPresent();
    }

    private boolean usesRecoveryCode(String account, String code) {
        return jdbc.sql("delete from access.recovery_code where account = :id and secret = :secret")
                        .param("id", id(account))
                        .param("secret", hash(code))
                        .update()
                == 1;
    }

    /** Asks for no more codes; a person's own wish, or a security administrator's when the telephone is lost. */
    public void end(String account) {
        UUID id = id(account);
        jdbc.sql("update access.account set second_secret_enc = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from access.recovery_code where account = :id")
                .param("id", id)
                .update();
        audit.write("account.second.end", id, null, Map.of("account", account));
    }

    private UUID id(String account) {
        return jdbc.sql("select id from access.account where name = :name")
                .param("name", account)
                .query(UUID.class)
                .single();
    }

    /** Drawn by us and long enough that nobody guesses: one hash is enough. */
    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
