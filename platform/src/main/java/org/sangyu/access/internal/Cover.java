package org.sangyu.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lends the desk in use to a colleague of the same county for some days (代班): leave, training, illness.
 *
 * <p>The colleague works under the own name, so the rules that want two persons go on to hold. A lent desk is not lent on,
 * ends with its last day or when it is taken back, and with the lender's own account.
 */
@Unscoped("desks say who works where and nothing about elders; only one's own are listed")
@Component
public class Cover {

    private final JdbcClient jdbc;
    private final AccountTables accounts;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final SignInRules rules;
    private final Clock clock;

    Cover(JdbcClient jdbc, AccountTables accounts, TimeOrderedIds ids, Audit audit, SignInRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.ids = ids;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** A desk lent and not over yet. */
    public record Lent(UUID id, String person, Role role, Place place, LocalDate from, LocalDate last) {}

    /** Why a desk cannot be lent so. */
    public enum Refusal {
        /** An administrator's or an elder's desk is lent to nobody. */
        NOT_THIS_DESK,
        /** What was lent to oneself is not lent on. */
        LENT_ITSELF,
        /** Nobody with a desk in the same county has this sign-in name. */
        NO_COLLEAGUE,
        /** The days are in the past, in the wrong order, or more than allowed. */
        DAYS,
        /** The same desk is lent to the same colleague already. */
        ALREADY
    }

    /** True when the desk in use may be lent. */
    public static boolean mayLend(Role role) {
        return Role.caseWork().contains(role);
    }

    /** How many days at most. */
    public int most() {
        return rules.coverDays();
    }

    /** What the person lent and what is not over yet. */
    @Transactional(readOnly = true)
    public List<Lent> list() {
        return jdbc.sql("""
                        select g.id, a.person, g.role, g.place, g.from_day, g.to_day from access.desk_grant g
                        join access.account a on a.id = g.account join access.account l on l.id = g.lent_by
                        where l.name = :me and g.to_day > :today order by g.from_day, g.id
                        """)
                .param("me", CurrentDesk.get().account())
                .param("today", LocalDate.now(clock))
                .query(Cover::lent)
                .list();
    }

    /** Lends the desk in use; null when done. */
    @Transactional
    public @Nullable Refusal lend(String colleague, LocalDate from, LocalDate last) {
        Desk desk = CurrentDesk.get();
        Refusal refusal = refusal(desk, colleague, from, last);
        if (refusal != null) {
            return refusal;
        }
        UUID me = idOf(desk.account());
        UUID other = idOf(colleague);
        if (isLent(me, other, desk, last)) {
            return Refusal.ALREADY;
        }
        accounts.keepGrant(
                other,
                new Grant(ids.next(), colleague, "", desk.role(), desk.place(), null),
                new AccountTables.Term(from, last.plusDays(1), me));
        Map<String, String> detail = Map.of(
                "account", colleague, "role", desk.role().name(), "from", from.toString(), "last", last.toString());
        audit.write("account.cover.lend", other, desk.place(), detail);
        return null;
    }

    private @Nullable Refusal refusal(Desk desk, String colleague, LocalDate from, LocalDate last) {
        if (!mayLend(desk.role())) {
            return Refusal.NOT_THIS_DESK;
        }
        if (from.isBefore(LocalDate.now(clock))
                || last.isBefore(from)
                || last.isAfter(from.plusDays(rules.coverDays() - 1L))) {
            return Refusal.DAYS;
        }
        boolean own = accounts.grantsOf(idOf(desk.account())).stream()
                .anyMatch(grant -> grant.covers() == null
                        && grant.role() == desk.role()
                        && grant.place().equals(desk.place()));
        if (!own) {
            return Refusal.LENT_ITSELF;
        }
        List<Desk> theirs = accounts.listDesks(colleague);
        boolean fits = !colleague.equals(desk.account())
                && theirs.stream().anyMatch(other -> near(desk.place(), other.place()))
                && theirs.stream().allMatch(other -> mayLend(other.role()));
        return fits ? null : Refusal.NO_COLLEAGUE;
    }

    /** Takes a desk back today; the colleague's next click already goes without it. False when it is not one's own. */
    @Transactional
    public boolean end(UUID grant) {
        Desk desk = CurrentDesk.get();
        boolean ended = jdbc.sql("""
                        update access.desk_grant set to_day = greatest(from_day, cast(:today as date))
                        where id = :id and to_day > :today and lent_by = :me
                        """)
                        .param("today", LocalDate.now(clock))
                        .param("id", grant)
                        .param("me", idOf(desk.account()))
                        .update()
                == 1;
        if (ended) {
            audit.write("account.cover.end", grant, desk.place(), Map.of());
        }
        return ended;
    }

    /** In one county, or, for a city's desk, in one city. */
    private static boolean near(Place mine, Place other) {
        PlaceLevel level = mine.level().compareTo(PlaceLevel.COUNTY) < 0 ? mine.level() : PlaceLevel.COUNTY;
        return other.path().startsWith(mine.at(level).path());
    }

    private boolean isLent(UUID me, UUID other, Desk desk, LocalDate last) {
        return jdbc.sql("""
                        select exists (select 1 from access.desk_grant where account = :other and lent_by = :me
                            and role = :role and place = :place and to_day > :today and from_day <= :last)""")
                .param("other", other)
                .param("me", me)
                .param("role", desk.role().name())
                .param("place", desk.place().path())
                .param("today", LocalDate.now(clock))
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    private UUID idOf(String account) {
        return jdbc.sql("select id from access.account where name = :name")
                .param("name", account)
                .query(UUID.class)
                .single();
    }

    private static Lent lent(ResultSet row, int number) throws SQLException {
        return new Lent(
                row.getObject("id", UUID.class),
                row.getString("person"),
                Role.valueOf(row.getString("role")),
                new Place(row.getString("place")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class).minusDays(1));
    }
}
