package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.PayeeAccount.Kind;
import org.sangyu.benefits.internal.enrolment.PayeeAccount.State;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes accounts, always inside a scope; the number itself is only here in bytes. */
@Repository
@Transactional
public class PayeeAccounts {

    private static final String SELECT = """
            select a.id, a.enrolment, a.elder, a.place, a.kind, a.holder, a.relation, a.bank, a.last_four, a.holder_differs,
                a.state, a.proposed_by, a.proposed_name, a.proposed_at, a.confirmed_name, a.confirmed_at, a.why, e.benefit,
                exists (select 1 from benefits.payee_account b where b.account_idx = a.account_idx
                and b.elder <> a.elder and b.state in ('PROPOSED', 'CONFIRMED')) as shared
            from benefits.payee_account a join benefits.enrolment e on e.id = a.enrolment
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    PayeeAccounts(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** All accounts of an enrolment, the newest first. */
    @Transactional(readOnly = true)
    public List<PayeeAccount> of(UUID enrolment, Scope scope) {
        return jdbc.sql(SELECT + """
                        where a.enrolment = :enrolment and a.place >= :lo and a.place < :hi
                        order by a.proposed_at desc, a.id limit 100""")
                .param("enrolment", enrolment)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(PayeeAccounts::account)
                .list();
    }

    /** One page of those that wait for a second person, by place; flagged ones first when asked. */
    @Transactional(readOnly = true)
    public List<PayeeAccount> waiting(Scope scope, boolean flaggedOnly, int offset, int limit) {
        return jdbc.sql("select * from (" + SELECT + """
                        where a.state = 'PROPOSED' and a.place >= :lo and a.place < :hi) w
                        where not :flagged or w.shared or w.holder_differs
                        order by w.place, w.elder, w.id offset :offset limit :limit""")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("flagged", flaggedOnly)
                .param("offset", offset)
                .param("limit", limit)
                .query(PayeeAccounts::account)
                .list();
    }

    /** How many wait for a second person. */
    @Transactional(readOnly = true)
    public long countWaiting(Scope scope) {
        return jdbc.sql("select count(*) from benefits.payee_account a where a.state = 'PROPOSED'"
                        + " and a.place >= :lo and a.place < :hi")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query(Long.class)
                .single();
    }

    /** How many of them this person may confirm: never those proposed by the same hands. */
    @Transactional(readOnly = true)
    public long countConfirmable(Scope scope, Desk desk) {
        return jdbc.sql("select count(*) from benefits.payee_account a where a.state = 'PROPOSED'"
                        + " and a.place >= :lo and a.place < :hi and a.proposed_by <> :account")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("account", desk.account())
                .query(Long.class)
                .single();
    }

    /** The number in clear; the caller writes the audit line. */
    @Transactional(readOnly = true)
    public Optional<String> number(UUID account, UUID enrolment, Scope scope) {
        return jdbc.sql("select a.account_enc from benefits.payee_account a"
                        + " where a.id = :id and a.enrolment = :enrolment and a.place >= :lo and a.place < :hi"
                        + " and a.account_enc is not null")
                .param("id", account)
                .param("enrolment", enrolment)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> cipher.decrypt(FieldCipher.Field.ACCOUNT, row.getBytes(1)))
                .optional();
    }

    /** Last four digits of the accounts in use, by enrolment, for printed lists. */
    @Transactional(readOnly = true)
    public Map<UUID, String> lastFour(List<UUID> enrolments, Scope scope) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("""
                        select e.id, a.last_four from benefits.enrolment e join benefits.payee_account a on a.id = e.payee_account
                        where e.id = any (:ids::uuid[]) and e.place >= :lo and e.place < :hi""")
                .param("ids", Rows.array(enrolments))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> found.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return found;
    }

    /** Takes a proposal in; an earlier one that nobody confirmed gives way. */
    void propose(UUID id, Enrolment enrolment, Proposal proposal, Desk desk) {
        close(enrolment.id(), State.PROPOSED, State.REPLACED, desk.scope());
        Map<String, Object> all = new HashMap<>();
        all.put("id", id);
        all.put("enrolment", enrolment.id());
        all.put("elder", enrolment.elder().value());
        all.put("county", enrolment.county().path());
        all.put("place", enrolment.place().path());
        all.put("kind", proposal.kind().name());
        all.put("holder", proposal.holder());
        all.put("relation", proposal.relation());
        all.put("bank", proposal.bank());
        all.put("enc", cipher.encrypt(FieldCipher.Field.ACCOUNT, proposal.number()));
        all.put("idx", cipher.blindIndex(FieldCipher.Field.ACCOUNT, proposal.number()));
        all.put("key", cipher.keyVersion());
        all.put("four", proposal.number().substring(proposal.number().length() - 4));
        all.put("differs", proposal.holderDiffers());
        all.put("by", desk.account());
        all.put("name", desk.name());
        all.put("at", Rows.at(clock.instant()));
        all.put("why", proposal.why());
        jdbc.sql("""
                        insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, relation, bank,
                            account_enc, account_idx, key_version, last_four, holder_differs, state, proposed_by,
                            proposed_name, proposed_at, why)
                        values (:id, :enrolment, :elder, :county, :place, :kind, :holder, :relation, :bank, :enc, :idx, :key,
                            :four, :differs, 'PROPOSED', :by, :name, :at, :why)""").params(all).update();
    }

    /** Ids of the next proposals that this account's person may confirm, ascending. */
    List<UUID> confirmable(Scope scope, Desk desk, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select a.id from benefits.payee_account a where a.state = 'PROPOSED' and a.place >= :lo and a.place < :hi
                          and a.proposed_by <> :account and a.id > :after order by a.id limit :limit for update""")
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("account", desk.account())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Confirms these proposals of other people; what they replace is closed, what waited for them becomes active.
     *
     * @return how many
     */
    long confirm(List<UUID> ids, UUID act, Desk desk) {
        Map<String, Object> all = new HashMap<>();
        all.put("ids", Rows.array(ids));
        all.put("act", act);
        all.put("account", desk.account());
        all.put("name", desk.name());
        all.put("role", desk.role().name());
        all.put("now", Rows.at(clock.instant()));
        all.put("lo", desk.scope().lo());
        all.put("hi", desk.scope().hi());
        jdbc.sql("""
                        update benefits.payee_account old set state = 'REPLACED', closed_at = :now
                        from benefits.payee_account a
                        where a.id = any (:ids::uuid[]) and a.state = 'PROPOSED' and a.proposed_by <> :account
                          and a.place >= :lo and a.place < :hi and old.enrolment = a.enrolment and old.state = 'CONFIRMED'""").params(all).update();
        long confirmed = jdbc.sql("""
                        update benefits.payee_account a set state = 'CONFIRMED', confirmed_by = :account,
                            confirmed_name = :name, confirmed_at = :now
                        where a.id = any (:ids::uuid[]) and a.state = 'PROPOSED' and a.proposed_by <> :account
                          and a.place >= :lo and a.place < :hi""").params(all).update();
        jdbc.sql("""
                        with used as (
                            update benefits.enrolment e set payee_account = a.id, version = e.version + 1, changed_at = :now,
                                status = case e.status when 'COUNTY_APPROVED' then 'ACTIVE' else e.status end,
                                last_step = case e.status when 'COUNTY_APPROVED' then :act else e.last_step end
                            from benefits.payee_account a
                            where a.id = any (:ids::uuid[]) and a.state = 'CONFIRMED' and a.confirmed_at = :now
                              and a.confirmed_by = :account and e.id = a.enrolment and e.status not in ('ENDED', 'REFUSED')
                            returning e.id, e.elder, e.county, e.place, e.last_step
                        )
                        insert into benefits.enrolment_step (id, enrolment, elder, county, place, verb, from_status, to_status,
                            at, by_account, by_name, by_role)
                        select :act, id, elder, county, place, 'ACTIVATE', 'COUNTY_APPROVED', 'ACTIVE', :now, :account, :name,
                            :role
                        from used where last_step = :act""").params(all).update();
        return confirmed;
    }

    /** Does not accept a proposal; the account in use stays. */
    boolean refuse(UUID id, String why, Desk desk) {
        return jdbc.sql("""
                        update benefits.payee_account a set state = 'REFUSED', closed_at = :now, why = :why
                        where a.id = :id and a.state = 'PROPOSED' and a.place >= :lo and a.place < :hi""")
                        .param("id", id)
                        .param("why", why)
                        .param("now", Rows.at(clock.instant()))
                        .param("lo", desk.scope().lo())
                        .param("hi", desk.scope().hi())
                        .update()
                == 1;
    }

    private void close(UUID enrolment, State from, State to, Scope scope) {
        jdbc.sql("update benefits.payee_account a set state = :to, closed_at = :now where a.enrolment = :enrolment"
                        + " and a.state = :from and a.place >= :lo and a.place < :hi")
                .param("enrolment", enrolment)
                .param("from", from.name())
                .param("to", to.name())
                .param("now", Rows.at(clock.instant()))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .update();
    }

    private static PayeeAccount account(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new PayeeAccount(
                row.getObject("id", UUID.class),
                row.getObject("enrolment", UUID.class),
                new ElderId(row.getObject("elder", UUID.class)),
                row.getString("benefit"),
                new Place(row.getString("place")),
                Kind.valueOf(row.getString("kind")),
                row.getString("holder"),
                row.getString("relation"),
                row.getString("bank"),
                row.getString("last_four"),
                row.getBoolean("holder_differs"),
                row.getBoolean("shared"),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                Rows.instant(row, "proposed_at"),
                row.getString("confirmed_name"),
                Rows.instantOrNull(row, "confirmed_at"),
                row.getString("why"));
    }

    /**
     * What somebody says an account is.
     *
     * @param number digits only
     * @param holderDiffers said to be the elder's own, with another name on it
     * @param why why it changes; empty for the first
     */
    record Proposal(
            Kind kind, String holder, String relation, String bank, String number, boolean holderDiffers, String why) {}
}
