package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.StatedAccount;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Persons;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proposes the account that a roster stated to everyone enrolled who has none, so that a second person need only confirm.
 *
 * <p>The proposal stands in the name of who took the roster in: that person may not confirm it. Chunk by chunk, each in
 * a transaction; run again it finds only who is still without.
 */
@Component
class AdoptAccounts {

    private static final int CHUNK = 2_000;
    private static final int LEAST_DIGITS = 4;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final People people;
    private final ObjectProvider<Persons> persons;
    private final FieldCipher cipher;
    private final TimeOrderedIds ids;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Clock clock;

    AdoptAccounts(
            JdbcClient jdbc,
            JdbcTemplate batches,
            People people,
            ObjectProvider<Persons> persons,
            FieldCipher cipher,
            TimeOrderedIds ids,
            TransactionTemplate transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.people = people;
        this.persons = persons;
        this.cipher = cipher;
        this.ids = ids;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** An open enrolment without any account. */
    private record Lacking(UUID enrolment, ElderId elder, String county, String place) {}

    /** Proposes what is stated; people for whom nothing is stated are left as they are. */
    void forCounty(Place county) {
        @Nullable UUID after = new UUID(0, 0);
        while (after != null) {
            UUID from = after;
            after = transactions.execute(status -> chunk(county, from));
        }
    }

    private @Nullable UUID chunk(Place county, UUID after) {
        Scope scope = CurrentDesk.get().scope();
        List<Lacking> lacking = lacking(county, after);
        if (lacking.isEmpty()) {
            return null;
        }
        Map<ElderId, StatedAccount> stated =
                people.accounts(lacking.stream().map(Lacking::elder).toList(), scope);
        List<Lacking> found = lacking.stream()
                .filter(one -> stated.containsKey(one.elder())
                        && Objects.requireNonNull(stated.get(one.elder()))
                                        .number()
                                        .length()
                                >= LEAST_DIGITS)
                .toList();
        if (!found.isEmpty()) {
            Map<ElderId, People.Person> names =
                    people.of(found.stream().map(Lacking::elder).toList(), scope);
            insert(found, stated, names);
            audit.write("enrolment.account.adopt", null, county, Map.of("count", String.valueOf(found.size())));
        }
        return lacking.getLast().enrolment();
    }

    private List<Lacking> lacking(Place county, UUID after) {
        return jdbc.sql("""
            select e.id, e.elder, e.county, e.place from benefits.enrolment e
            where e.county = :county and e.id > :after and e.payee_account is null
              and e.status not in ('ENDED', 'REFUSED')
              and not exists (select 1 from benefits.payee_account a where a.enrolment = e.id)
            order by e.id limit :limit\
            """)
                .param("county", county.path())
                .param("after", after)
                .param("limit", CHUNK)
                .query((row, number) -> new Lacking(
                        row.getObject(1, UUID.class),
                        new ElderId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private void insert(List<Lacking> found, Map<ElderId, StatedAccount> stated, Map<ElderId, People.Person> names) {
        OffsetDateTime now = Rows.at(clock.instant());
        Map<String, String> signedBy = persons.getObject()
                .names(stated.values().stream()
                        .map(StatedAccount::statedBy)
                        .distinct()
                        .toList());
        batches.batchUpdate("""
            insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, relation, bank,
                account_enc, account_idx, key_version, last_four, holder_differs, state, proposed_by,
                proposed_name, proposed_at)
            values (?, ?, ?, ?, ?, 'SELF', ?, '', ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?)
            on conflict (enrolment) where state = 'PROPOSED' do nothing\
            """, found, CHUNK, (row, one) -> {
            StatedAccount account = Objects.requireNonNull(stated.get(one.elder()));
            People.Person person = names.get(one.elder());
            int at = 1;
            row.setObject(at++, ids.next());
            row.setObject(at++, one.enrolment());
            row.setObject(at++, one.elder().value());
            row.setString(at++, one.county());
            row.setString(at++, one.place());
            row.setString(at++, account.holder());
            row.setString(at++, account.bank());
            row.setBytes(at++, cipher.encrypt(FieldCipher.Field.ACCOUNT, account.number()));
            row.setBytes(at++, cipher.blindIndex(FieldCipher.Field.ACCOUNT, account.number()));
            row.setInt(at++, cipher.keyVersion());
            row.setString(at++, account.number().substring(account.number().length() - LEAST_DIGITS));
            row.setBoolean(at++, person == null || !person.name().equals(account.holder()));
            row.setString(at++, account.statedBy());
            row.setString(at++, signedBy.getOrDefault(account.statedBy(), account.statedBy()));
            row.setObject(at, now);
        });
    }
}
