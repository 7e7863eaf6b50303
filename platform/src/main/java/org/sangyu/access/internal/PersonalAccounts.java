package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.sangyu.shared.PersonalDesks;
import org.sangyu.shared.PhoneOwners.PhoneOwner;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts behind a sign-in by telephone, made when somebody first comes; no password opens them. */
@Unscoped("accounts are made for one person each, whom the caller has proved to be")
@Component
class PersonalAccounts implements PersonalDesks {

    private final JdbcClient jdbc;
    private final AccountTables accounts;
    private final PasswordEncoder encoder;
    private final TimeOrderedIds ids;
    private final Clock clock;

    PersonalAccounts(
            JdbcClient jdbc, AccountTables accounts, PasswordEncoder encoder, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.encoder = encoder;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account of an elder, or of somebody whom an elder trusts, with its one desk. */
    @Transactional
    SignedIn of(PhoneOwner owner) {
        UUID consent = owner.consent();
        UUID elder = owner.elder().value();
        String name = consent == null ? "e." + plain(elder) : "r." + plain(consent);
        String person = consent == null ? owner.name() : owner.trusted();
        if (accounts.findPerson(name).isEmpty()) {
            UUID account = accounts.keepAccount(new AccountTables.NewAccount(
                    ids.next(), name, person, encoder.encode(OneTimePassword.draw()), false));
            Role role = consent == null ? Role.ELDER : Role.RELATIVE;
            LocalDate last = owner.last();
            accounts.keepGrant(
                    account,
                    new Grant(consent == null ? ids.next() : consent, name, person, role, owner.place(), elder),
                    new AccountTables.Term(LocalDate.now(clock), last == null ? null : last.plusDays(1), null));
        }
        return accounts.findPersonal(name);
    }

    @Override
    @Transactional
    public void end(UUID consent) {
        jdbc.sql("update access.desk_grant set to_day = greatest(from_day, cast(:today as date)) where id = :id"
                        + " and role = 'RELATIVE'")
                .param("today", LocalDate.now(clock))
                .param("id", consent)
                .update();
    }

    private static String plain(UUID id) {
        return id.toString().replace("-", "");
    }
}
