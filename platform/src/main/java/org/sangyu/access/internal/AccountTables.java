package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.Accounts;
import org.sangyu.shared.AssignedElders;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Persons;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Unscoped;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and their desks. Read before a desk is known, hence without a scope. */
@Unscoped("accounts say what may be seen; they are read before any scope is known")
@Repository
class AccountTables implements Accounts, Persons {

    private static final String GRANTS = """
        select g.id, a.name, a.person, g.role, g.place, g.elder, l.person as covers, o.id as organisation, o.kind,
            o.name as organisation_name, o.department
        from access.desk_grant g join access.account a on a.id = g.account
        left join access.account l on l.id = g.lent_by
        left join access.organisation o on o.id = g.organisation
        where (o.id is null or o.from_day <= :today and (o.to_day is null or o.to_day > :today)) and (g.lent_by is null or not l.disabled and exists (select 1 from access.desk_grant o
            where o.account = g.lent_by and o.lent_by is null and o.role = g.role and o.place = g.place
            and o.from_day <= :today and (o.to_day is null or o.to_day > :today)))
            and %s and not a.disabled and g.from_day <= :today and (g.to_day is null or g.to_day > :today)
        order by g.lent_by is not null, g.id
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInRules rules;
    private final Departments departments;
    private final ObjectProvider<AssignedElders> assigned;

    AccountTables(
            JdbcClient jdbc,
            Clock clock,
            SignInRules rules,
            Departments departments,
            ObjectProvider<AssignedElders> assigned) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
        this.departments = departments;
        this.assigned = assigned;
    }

    Optional<SignedIn> findForSignIn(String name) {
        return jdbc.sql(
                        "select id, name, person, secret, second_secret_enc is not null as code, temporary or (:days > 0 and"
                                + " not demonstration and secret_since < :oldest) as due from access.account where name = :name"
                                + " and not disabled")
                .param("name", name)
                .param("days", rules.passwordDays())
                .param("oldest", OffsetDateTime.now(clock).minusDays(rules.passwordDays()))
                .query((row, number) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("person"),
                        row.getString("secret"),
                        new SignedIn.Due(row.getBoolean("due"), row.getBoolean("code"))))
                .optional();
    }

    /** Who signed in at the identity provider; no new password is due, because none was typed. */
    Optional<SignedIn> findByExternalId(String externalId) {
        return jdbc.sql("select id, name, person, second_secret_enc is not null as code from access.account"
                        + " where external_id = :external and not disabled")
                .param("external", externalId)
                .query((row, number) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("person"),
                        "",
                        new SignedIn.Due(false, row.getBoolean("code"))))
                .optional();
    }

    /** Somebody who proved a telephone to be theirs; nothing more is due. */
    SignedIn findPersonal(String name) {
        return jdbc.sql("select id, name, person from access.account where name = :name")
                .param("name", name)
                .query((row, number) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("person"),
                        "",
                        new SignedIn.Due(false, false)))
                .single();
    }

    /** Desks of an account today; asked by every request, so that one taken away is gone at the next click. */
    List<Grant> grantsOf(UUID account) {
        return jdbc
                .sql(GRANTS.formatted("a.id = :account"))
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(this::grant)
                .list()
                .stream()
                .map(this::withPeople)
                .toList();
    }

    @Override
    public List<Desk> listDesks(String account) {
        return jdbc
                .sql(GRANTS.formatted("a.name = :account"))
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(this::grant)
                .list()
                .stream()
                .map(this::withPeople)
                .map(Grant::desk)
                .toList();
    }

    @Override
    public Optional<String> findPerson(String account) {
        return jdbc.sql("select person from access.account where name = :name")
                .param("name", account)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<String, String> findPersons(Collection<String> accounts) {
        Map<String, String> persons = new HashMap<>();
        jdbc.sql("select name, person from access.account where name = any(:names)")
                .param("names", accounts.toArray(String[]::new))
                .query(row -> {
                    persons.put(row.getString("name"), row.getString("person"));
                });
        return persons;
    }

    @Override
    public Map<String, String> names(Collection<String> accounts) {
        return findPersons(accounts);
    }

    /** An account to be made; the secret is already hashed. */
    record NewAccount(UUID id, String name, String person, String secret, boolean demonstration) {}

    /** Stores a new account; one with this name that exists stays as it is. Gives the id of whichever counts. */
    UUID keepAccount(NewAccount account) {
        jdbc.sql("""
            insert into access.account (id, name, person, secret, demonstration, created)
            values (:id, :name, :person, :secret, :demonstration, :created) on conflict (name) do nothing
            """)
                .param("id", account.id())
                .param("name", account.name())
                .param("person", account.person())
                .param("secret", account.secret())
                .param("demonstration", account.demonstration())
                .param("created", OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select id from access.account where name = :name")
                .param("name", account.name())
                .query(UUID.class)
                .single();
    }

    /** Gives a desk from today on; one that exists stays. */
    void keepGrant(UUID account, Grant grant) {
        keepGrant(account, grant, new Term(LocalDate.now(clock), null, null));
    }

    /**
     * From when to when a desk counts.
     *
     * @param from first day
     * @param to first day on which it no longer counts; null while it has no end
     * @param lentBy the account whose desk it is; null for one's own
     */
    record Term(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID lentBy) {}

    /** Gives a desk for a term; the same one that has no end yet stays. */
    void keepGrant(UUID account, Grant grant, Term term) {
        Organisation organisation = grant.organisation();
        jdbc.sql("""
            insert into access.desk_grant (id, account, role, place, elder, from_day, to_day, lent_by, organisation)
            select :id, :account, :role, :place, :elder, :from, cast(:to as date), :lentBy, :organisation
            where not exists (select 1 from access.desk_grant g where g.account = :account
                and g.role = :role and g.place = :place and g.elder is not distinct from :elder
                and g.lent_by is not distinct from :lentBy and g.organisation is not distinct from :organisation
                and g.to_day is null)
            """)
                .param("id", grant.id())
                .param("account", account)
                .param("role", grant.role().name())
                .param("place", grant.place().path())
                .param("elder", grant.elder(), java.sql.Types.OTHER)
                .param("from", term.from())
                .param("to", term.to(), java.sql.Types.DATE)
                .param("lentBy", term.lentBy(), java.sql.Types.OTHER)
                .param("organisation", organisation == null ? null : organisation.id(), java.sql.Types.OTHER)
                .update();
    }

    /** Every desk of a demonstration, in the order in which they were given. */
    List<Grant> demonstrationGrants() {
        return jdbc.sql(GRANTS.formatted("a.demonstration"))
                .param("today", LocalDate.now(clock))
                .query(this::grant)
                .list();
    }

    private Grant withPeople(Grant grant) {
        return grant.role().isAssigned()
                ? grant.with(assigned.stream()
                        .flatMap(port -> port.of(grant.id()).stream())
                        .toList())
                : grant;
    }

    private Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("person"),
                Role.valueOf(row.getString("role")),
                new Place(row.getString("place")),
                row.getObject("elder", UUID.class),
                row.getString("covers"),
                organisation(row),
                List.of());
    }

    private @Nullable Organisation organisation(ResultSet row) throws SQLException {
        UUID id = row.getObject("organisation", UUID.class);
        if (id == null) {
            return null;
        }
        String code = row.getString("department");
        return new Organisation(
                id,
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("organisation_name"),
                code,
                departments.find(code).map(Department::sources).orElse(Set.of()));
    }
}
