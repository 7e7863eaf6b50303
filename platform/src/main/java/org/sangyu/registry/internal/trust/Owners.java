package org.sangyu.registry.internal.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.PhoneOwners;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in with a telephone. */
@Unscoped("asked before any desk is known, after the telephone's owner typed the code sent to it")
@Repository
class Owners implements PhoneOwners {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    Owners(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PhoneOwner> find(String phone) {
        return jdbc.sql("select * from registry.by_phone(:phone, :today)")
                .param("phone", cipher.blindIndex(Field.PHONE, phone))
                .param("today", LocalDate.now(clock))
                .query((row, number) -> {
                    LocalDate after = row.getObject("to_day", LocalDate.class);
                    return new PhoneOwner(
                            new ElderId(row.getObject("elder", UUID.class)),
                            row.getString("name"),
                            new Place(row.getString("place")),
                            row.getObject("consent", UUID.class),
                            row.getString("person"),
                            after == null ? null : after.minusDays(1));
                })
                .list();
    }
}
