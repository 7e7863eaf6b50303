package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.AccountEntry.DeskEntry;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What an administrator reads and changes in accounts; they answer for the whole installation. Accounts of elders and of
 * those they trust are not among them: nobody gives such a person a desk.
 */
@Unscoped("accounts are kept by the installation's administrator and say nothing about elders")
@Repository
class AccountRegister {

    private static final String WITH_DESKS = """
            select a.id, a.name, a.person, a.disabled, a.temporary, g.id as desk, g.role, g.place, g.from_day, g.to_day,
                coalesce(o.name, '') as organisation
            from (select * from access.account k where (%s) and not exists (
                select 1 from access.desk_grant p where p.account = k.id and p.elder is not null) order by name offset :offset limit :limit) a
            left join access.desk_grant g on g.account = a.id and g.elder is null
                and (g.to_day is null or g.to_day > :today)
            left join access.organisation o on o.id = g.organisation
            order by a.name, g.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Accounts whose name or person begins with the text, in the order of their names. */
    List<AccountEntry> list(String beginning, int offset, int limit) {
        String prefix = beginning.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return read(jdbc.sql(WITH_DESKS.formatted("name like :prefix or person like :prefix"))
                .param("prefix", prefix)
                .param("offset", offset)
                .param("limit", limit));
    }

    Optional<AccountEntry> find(String name) {
        return one(jdbc.sql(WITH_DESKS.formatted("name = :key")).param("key", name));
    }

    Optional<AccountEntry> find(UUID id) {
        return one(jdbc.sql(WITH_DESKS.formatted("id = :key")).param("key", id));
    }

    private Optional<AccountEntry> one(JdbcClient.StatementSpec statement) {
        return read(statement.param("offset", 0).param("limit", 1)).stream().findFirst();
    }

    /** True when no account was ever made. */
    boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    void keepSecret(UUID account, String secret, boolean temporary) {
        jdbc.sql("update access.account set secret = :secret, temporary = :temporary, secret_since = :now where id ="
                        + " :id")
                .param("secret", secret)
                .param("now", OffsetDateTime.now(clock))
                .param("temporary", temporary)
                .param("id", account)
                .update();
    }

    void mark(UUID account, boolean disabled) {
        jdbc.sql("update access.account set disabled = :disabled where id = :id")
                .param("disabled", disabled)
                .param("id", account)
                .update();
    }

    /** Who an account is at the identity provider; empty when nobody said. */
    String externalId(UUID account) {
        return jdbc.sql("select coalesce(external_id, '') from access.account where id = :id")
                .param("id", account)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** False when another account is this person already; empty text takes it away. */
    boolean keepExternalId(UUID account, String externalId) {
        return jdbc.sql("update access.account set external_id = nullif(:external, '') where id = :id and not exists"
                                + " (select 1 from access.account o where o.external_id = :external and o.id <> :id)")
                        .param("external", externalId)
                        .param("id", account)
                        .update()
                == 1;
    }

    void endDesk(UUID desk) {
        jdbc.sql("update access.desk_grant set to_day = greatest(from_day, cast(:today as date)) where id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", desk)
                .update();
    }

    /** Locks out other changes of such desks until the end of the transaction, then counts who could make accounts. */
    int countOtherKeepers(UUID account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.keepers'))").query(rows -> {});
        return jdbc.sql("""
                        select count(distinct a.id) from access.account a join access.desk_grant g on g.account = a.id
                        where g.role = 'SECURITY' and not a.disabled and a.id <> :account
                            and g.from_day <= :today and (g.to_day is null or g.to_day > :today)
                        """)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    private List<AccountEntry> read(JdbcClient.StatementSpec statement) {
        Map<UUID, AccountEntry> byId = new LinkedHashMap<>();
        statement.param("today", LocalDate.now(clock)).query(row -> {
            AccountEntry entry = entry(row);
            byId.merge(entry.id(), entry, AccountRegister::together);
        });
        return List.copyOf(byId.values());
    }

    private static AccountEntry together(AccountEntry first, AccountEntry more) {
        List<DeskEntry> desks = new java.util.ArrayList<>(first.desks());
        desks.addAll(more.desks());
        return new AccountEntry(first.id(), first.name(), first.person(), first.disabled(), first.temporary(), desks);
    }

    private static AccountEntry entry(ResultSet row) throws SQLException {
        DeskEntry desk = desk(row);
        return new AccountEntry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("person"),
                row.getBoolean("disabled"),
                row.getBoolean("temporary"),
                desk == null ? List.of() : List.of(desk));
    }

    private static @Nullable DeskEntry desk(ResultSet row) throws SQLException {
        UUID id = row.getObject("desk", UUID.class);
        return id == null
                ? null
                : new DeskEntry(
                        id,
                        Role.valueOf(row.getString("role")),
                        new Place(row.getString("place")),
                        row.getString("organisation"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class));
    }
}
